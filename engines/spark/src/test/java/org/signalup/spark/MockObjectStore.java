package org.signalup.spark;

import java.io.IOException;
import java.nio.file.Path;

/** S3Mock: comes from Maven, so that every machine has it. */
final class MockObjectStore extends ObjectStore {
    private final Process server;

    MockObjectStore(Path folder) throws IOException, InterruptedException {
        super("mock");
        int port = freePort();
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
        makeBucket("http://127.0.0.1:" + port);
    }

    @Override
    void stop() {
        server.destroyForcibly();
    }
}
