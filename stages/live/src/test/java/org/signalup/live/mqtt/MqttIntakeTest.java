package org.signalup.live.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.intake.RowIntake;
import org.signalup.live.Batch;
import org.signalup.live.Inbox;
import org.signalup.live.LiveSettings;
import org.signalup.live.Receiver;
import org.signalup.standards.ProgrammeReader;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;

/** Phones with Network Survey publish to a real Mosquitto. */
class MqttIntakeTest {
    private static final Path PROGRAMME = Path.of("../../programme");
    private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

    @TempDir
    Path folder;

    private int port;
    private Process broker;
    private Store store;
    private Inbox inbox;
    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        if (!Files.isExecutable(MOSQUITTO) && System.getenv("CI_MQTT") == null) {
            System.out.println("MqttIntakeTest skipped: mosquitto is not installed");
        }
        assumeTrue(Files.isExecutable(MOSQUITTO) || System.getenv("CI_MQTT") != null);
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        startBroker();
        store = Store.open(StoreSettings.embedded(folder.resolve("postgres")));
        store.run(
                Scope.PLATFORM,
                client -> client.sql(
                                "insert into organisation (code, name, kind) values ('GLJ', '管局', 'ADMINISTRATION')")
                        .update());
        inbox = Inbox.open(folder.resolve("inbox"), LiveSettings.of(name -> Optional.empty()));
        RowIntake rows =
                new RowIntake(ProgrammeReader.read(PROGRAMME, List.of()), List.of(PROGRAMME.resolve("profiles")));
        receiver = new Receiver(
                rows,
                inbox,
                store,
                () -> {
                    throw new IllegalStateException("text needs no engine");
                },
                Clock.systemUTC(),
                Duration.ofSeconds(2));
    }

    private void startBroker() throws IOException {
        Path conf = Files.writeString(
                folder.resolve("mosquitto.conf"),
                "listener " + port + " 127.0.0.1\nallow_anonymous true\nuser " + System.getProperty("user.name")
                        + "\npersistence true\npersistence_location "
                        + folder + "/\nautosave_interval 1\n");
        broker = new ProcessBuilder(MOSQUITTO.toString(), "-c", conf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (broker != null) {
            broker.destroy();
            broker.waitFor();
            inbox.close();
            store.close();
        }
    }

    private MqttIntake listen() {
        MqttSettings settings = MqttSettings.of(
                        name -> name.endsWith("url") ? Optional.of("tcp://127.0.0.1:" + port) : Optional.empty())
                .orElseThrow();
        return new MqttIntake(settings, receiver, store, folder.resolve("mqtt"));
    }

    private void publish(int from, int to) throws MqttException {
        MqttClient phone = new MqttClient("tcp://127.0.0.1:" + port, "phone", new MemoryPersistence());
        // Paho alone says how many may be on their way; on a busy machine the broker is slower than the loop.
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMaxInflight(1_000);
        phone.connect(options);
        for (int number = from; number < to; number++) {
            boolean nr = number % 2 == 0;
            phone.publish(nr ? "nr_message" : "lte_message", message(number, nr), 1, false);
        }
        phone.publish(
                "phonestate_message", "{\"messageType\":\"PhoneState\"}".getBytes(StandardCharsets.UTF_8), 1, false);
        phone.disconnect();
        phone.close();
    }

    private static byte[] message(int number, boolean nr) {
        String level = nr ? "\"ssRsrp\":-88,\"ssSinr\":14,\"nci\":1" : "\"rsrp\":-97,\"snr\":9,\"eci\":2";
        return """
                {"version":"1.6.0","messageType":"%s","data":{"deviceTime":"2026-01-05T10:%02d:%02d+08:00","latitude":39.9,"longitude":116.4,
                 "accuracy":5,"mcc":460,"mnc":0,"servingCell":true,%s,"deviceSerialNumber":"SN%d","missionId":"M"}}
                """.formatted(nr ? "NrRecord" : "LteRecord", number / 60, number % 60, level, number)
                .getBytes(StandardCharsets.UTF_8);
    }

    private long accepted() {
        return inbox.waiting().stream().mapToLong(Batch::accepted).sum();
    }

    private void until(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(done.getAsBoolean()).as(accepted() + " accepted").isTrue();
    }

    @Test
    void whatPhonesPublishIsKeptOnceAlsoWhatTheyPublishedWhileNobodyListened() throws Exception {
        try (MqttIntake intake = listen()) {
            assertThat(intake).isNotNull();
            until(() -> subscribed());
            publish(0, 40);
            until(() -> accepted() == 40);
        }
        publish(40, 60);
        try (MqttIntake intake = listen()) {
            assertThat(intake).isNotNull();
            until(() -> accepted() == 60);
            TimeUnit.SECONDS.sleep(2);
            assertThat(accepted()).isEqualTo(60);
        }
        assertThat(inbox.waiting()).allSatisfy(batch -> {
            assertThat(batch.rejected()).isZero();
            assertThat(batch.removed().toString()).contains("serial number");
        });
    }

    private boolean subscribed() {
        try {
            return Files.readString(folder.resolve("mosquitto.log")).contains("signalup");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aBrokerThatGoesAndComesIsListenedToAgain() throws Exception {
        try (MqttIntake intake = listen()) {
            assertThat(intake).isNotNull();
            until(() -> subscribed());
            publish(0, 10);
            until(() -> accepted() == 10);
            broker.destroy();
            broker.waitFor();
            startBroker();
            TimeUnit.SECONDS.sleep(1);
            publish(10, 20);
            until(() -> accepted() == 20);
        }
    }
}
