package org.signalup.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** An S3-compatible object store, a program of its own, with one bucket; Hadoop's connector is told where it is. */
final class ObjectStore implements RemoteStore {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process server;
    private final Map<String, String> settings;
    private int folders;

    ObjectStore(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        String url = "http://127.0.0.1:" + port;
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        "-jar",
                        System.getProperty("object.store"),
                        "--com.adobe.testing.s3mock.httpPort=" + port,
                        "--server.port=0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        makeBucket(url);
        settings = Map.of(
                "spark.hadoop.fs.s3a.endpoint", url,
                "spark.hadoop.fs.s3a.endpoint.region", "us-east-1",
                "spark.hadoop.fs.s3a.path.style.access", "true",
                "spark.hadoop.fs.s3a.access.key", "of the test",
                "spark.hadoop.fs.s3a.secret.key", "of the test");
        settings.forEach(System::setProperty);
    }

    @Override
    public String folder() {
        return "s3a://signalup/lake-" + ++folders;
    }

    @Override
    public void close() {
        settings.keySet().forEach(System::clearProperty);
        server.destroyForcibly();
    }

    private static void makeBucket(String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/signalup"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            try {
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("no object store at " + url);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
