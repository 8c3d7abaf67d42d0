package org.signalup.live.mqtt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import org.signalup.live.Channel;
import org.signalup.live.InboxFull;
import org.signalup.live.Receiver;
import org.signalup.live.Sender;
import org.signalup.live.internal.receive.HeardBefore;
import org.signalup.live.internal.rmbt.RmbtBook;
import org.signalup.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Listens to a broker and hands what it hears to the {@link Receiver}, many messages at once. A message is acknowledged to the
 * broker when it is on the disk: until then the broker keeps it, and brings it again to whoever comes after a kill. While the inbox
 * is full nothing more is acknowledged, and the broker waits.
 */
public final class MqttIntake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MqttIntake.class);
    private static final int AT_LEAST_ONCE = 1;
    private static final int LARGEST_GROUP = 500;
    private static final int WAITING = 5_000;
    private static final long GATHER_MS = 500;
    private static final long PAUSE_MS = 2_000;
    private static final int LONGEST = 64 * 1024;
    private static final String PROFILE = "network-survey-json";

    private final MqttSettings settings;
    private final Receiver receiver;
    private final RmbtBook organisations;
    private final Path folder;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile boolean closing;
    private MqttClient client;
    private HeardBefore before;

    /** Nobody compares what was heard. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Heard(int id, int quality, byte[] payload) {}

    /**
     * Begins to listen, now or when the broker is there.
     *
     * @param folder nobody else's
     */
    public MqttIntake(MqttSettings settings, Receiver receiver, Store store, Path folder) {
        this.settings = settings;
        this.receiver = receiver;
        this.organisations = new RmbtBook(store);
        this.folder = folder;
        this.thread = new Thread(this::run, "mqtt");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void run() {
        try {
            Files.createDirectories(folder);
            before = new HeardBefore(folder.resolve("before"), this::isKept);
            while (!closing) {
                if (client != null && client.isConnected()) {
                    take();
                } else if (!connect()) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks until the database answers. */
    private boolean isKept(String digest) {
        while (true) {
            try {
                return receiver.find(sender(), digest).isPresent();
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("asked again", e);
                java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
            }
        }
    }

    private boolean connect() {
        try {
            if (client != null) {
                client.close(true);
                client = null;
            }
            MqttClient fresh = new MqttClient(settings.url(), settings.client(), new MemoryPersistence());
            fresh.setManualAcks(true);
            fresh.setCallback(new Ear());
            fresh.connect(options());
            int[] qualities = new int[settings.topics().size()];
            Arrays.fill(qualities, AT_LEAST_ONCE);
            fresh.subscribe(settings.topics().toArray(String[]::new), qualities);
            client = fresh;
            return true;
        } catch (MqttException e) {
            LOG.warn("{}: the broker cannot be reached: {}", settings.url(), e.getMessage());
            return false;
        }
    }

    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(false);
        options.setMaxInflight(WAITING);
        settings.user().ifPresent(options::setUserName);
        settings.password().map(String::toCharArray).ifPresent(options::setPassword);
        return options;
    }

    /** Hears messages. */
    private final class Ear implements MqttCallback {
        @Override
        public void connectionLost(Throwable cause) {
            // What was not acknowledged comes again under numbers of the next connection.
            heard.clear();
            LOG.warn("{}: the broker is gone: {}", settings.url(), String.valueOf(cause.getMessage()));
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
            heard.put(new Heard(message.getId(), message.getQos(), message.getPayload()));
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Nothing is sent.
        }
    }

    private void take() throws InterruptedException, IOException {
        Heard first = heard.poll(GATHER_MS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<Heard> group = new ArrayList<>(List.of(first));
        TimeUnit.MILLISECONDS.sleep(GATHER_MS);
        heard.drainTo(group, LARGEST_GROUP - 1);
        List<Heard> fresh =
                group.stream().filter(one -> !before.knows(one.payload)).toList();
        byte[] lines = lines(fresh);
        if (!fresh.isEmpty()) {
            before.about(Sha256.hex(lines), fresh.stream().map(Heard::payload).toList());
        }
        while (!closing && !fresh.isEmpty() && !keep(lines)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
        if (!closing) {
            acknowledge(group);
        }
    }

    private Sender sender() {
        return new Sender(
                organisations.organisation(settings.organisation()),
                false,
                Optional.empty(),
                Optional.empty(),
                "MQTT " + settings.url(),
                Optional.empty(),
                Map.of());
    }

    /** Whether the messages are on the disk, or refused for good. */
    private boolean keep(byte[] lines) throws IOException {
        Path file = folder.resolve("heard.json");
        Files.write(file, lines);
        Receiver.Message message = new Receiver.Message(
                file,
                Sha256.hex(lines),
                Optional.empty(),
                PROFILE + ".json",
                Channel.MQTT,
                Optional.of(PROFILE),
                0,
                Set.of(),
                Set.of());
        try {
            receiver.receive(sender(), message);
            return true;
        } catch (RefusedException e) {
            LOG.warn("{}: messages are none that are read: {}", settings.url(), e.getMessage());
            return true;
        } catch (InboxFull | DataAccessException | TransactionException e) {
            LOG.debug("not taken yet", e);
            return false;
        }
    }

    /** One message a line; what is no text of one line stays no row. */
    private static byte[] lines(List<Heard> group) throws IOException {
        java.io.ByteArrayOutputStream lines = new java.io.ByteArrayOutputStream();
        for (Heard one : group) {
            write(one.payload, lines);
        }
        return lines.toByteArray();
    }

    private static void write(byte[] payload, OutputStream lines) throws IOException {
        String text = payload.length > LONGEST ? "" : new String(payload, StandardCharsets.UTF_8);
        String line = text.replaceAll("[\\r\\n]+", " ").strip();
        lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void acknowledge(List<Heard> group) {
        for (Heard one : group) {
            try {
                client.messageArrivedComplete(one.id, one.quality);
            } catch (MqttException e) {
                LOG.debug("the broker brings it again, and it is known then", e);
            }
        }
    }

    /** Ends; what was not acknowledged the broker keeps. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(PAUSE_MS);
            if (client != null) {
                client.disconnectForcibly(0, PAUSE_MS, false);
                client.close(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MqttException e) {
            LOG.debug("the broker was gone already", e);
        }
    }
}
