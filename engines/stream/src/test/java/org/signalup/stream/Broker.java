package org.signalup.stream;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker in KRaft mode: one node in a process of its own, from Kafka's own jars. */
final class Broker implements AutoCloseable {
    private static final Path JARS = Path.of("target/broker").toAbsolutePath();

    private final Path folder;
    private final int port;
    private final Door door;
    private final Process process;

    Broker(Path folder, Door door) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.door = door;
        this.port = freePort();
        Path settings = Files.writeString(folder.resolve("server.properties"), settings(freePort()));
        Process format = java(
                "format", "kafka.tools.StorageTool", "format", "-t", "c2lnbmFsdXAtYnJva2VyMQ", "-c", "" + settings);
        if (format.waitFor() != 0) {
            throw new IllegalStateException(said("format"));
        }
        this.process = java("broker", "kafka.Kafka", settings.toString());
    }

    static boolean isHere() {
        return Files.isDirectory(JARS);
    }

    private String settings(int controllerPort) {
        List<String> settings = new ArrayList<>(door.settings());
        settings.addAll(List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "listeners=" + door.protocol() + "://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "listener.security.protocol.map=CONTROLLER:PLAINTEXT," + door.protocol() + ":" + door.protocol(),
                "inter.broker.listener.name=" + door.protocol(),
                "controller.listener.names=CONTROLLER",
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "auto.create.topics.enable=false",
                "log.dirs=" + folder.resolve("data")));
        return String.join("\n", settings);
    }

    private Process java(String name, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                JARS + File.separator + "*"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private String said(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String servers() {
        return "127.0.0.1:" + port;
    }

    private Map<String, Object> client(String... more) {
        Map<String, Object> settings = new HashMap<>(door.client());
        settings.put("bootstrap.servers", servers());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** Makes a topic; waits for the broker if it is still starting. */
    void createTopic(String name, int partitions) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** Sends messages to a partition, in order; null is a message without value. */
    void send(String topic, int partition, List<String> values) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(client("acks", "all"), bytes, bytes)) {
            for (String value : values) {
                byte[] content = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(new ProducerRecord<>(topic, partition, null, content));
            }
            producer.flush();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
