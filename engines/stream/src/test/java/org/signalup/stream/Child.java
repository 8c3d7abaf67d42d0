package org.signalup.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.signalup.lake.TopicSource;

/** A process of its own that follows the topic, to be killed in the middle of it. */
final class Child {
    /** Where it waits to be killed. */
    enum Pause {
        /** A batch was planned and written, and the lake does not have it. */
        BEFORE_THE_LAKE,
        /** The lake has the batch, and the stream does not know it yet. */
        AFTER_THE_LAKE,
        NEVER
    }

    private Child() {}

    /** Arguments: folder, servers, where to wait, at which batch. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Waiting waiting =
                new Waiting(folder, Pause.valueOf(arguments[2]), Integer.parseInt(arguments[3]), new KafkaTopics());
        Shore shore = new Shore(folder, arguments[1]);
        shore.follow(waiting, shore.engine(), taken -> {});
    }

    /** The real source, which says where it is and waits there. */
    private static final class Waiting implements TopicSource {
        private final Path folder;
        private final Pause pause;
        private final TopicSource source;
        private int left;

        Waiting(Path folder, Pause pause, int batch, TopicSource source) {
            this.folder = folder;
            this.pause = pause;
            this.left = batch;
            this.source = source;
        }

        @Override
        public boolean begun(Path checkpoint) {
            return source.begun(checkpoint);
        }

        @Override
        public void follow(Order order, Consumer<Batch> taker, BooleanSupplier ended) {
            source.follow(
                    order,
                    batch -> {
                        left--;
                        waitIf(Pause.BEFORE_THE_LAKE);
                        taker.accept(batch);
                        waitIf(Pause.AFTER_THE_LAKE);
                    },
                    ended);
        }

        private void waitIf(Pause here) {
            if (pause != here || left > 0) {
                return;
            }
            try {
                Files.createFile(marker(folder, here));
                new CountDownLatch(1).await();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Path marker(Path folder, Pause pause) {
        return folder.resolve(pause + ".marker");
    }

    /** Runs until it waits at that batch, then kills it. */
    static void killAt(Shore shore, Pause pause, int batch) throws IOException, InterruptedException {
        Path marker = marker(shore.folder(), pause);
        killAt(shore, pause, batch, () -> Files.exists(marker));
        Files.delete(marker);
    }

    /** Runs until the lake is being written to, then kills it. */
    static void killWhileAdding(Shore shore) throws IOException, InterruptedException {
        killAt(shore, Pause.NEVER, 0, () -> Files.isDirectory(shore.place().resolve("work")));
    }

    /** Runs until the lake is being written to, then asks it to end; it must do so by itself. */
    static void endWhileAdding(Shore shore) throws IOException, InterruptedException {
        Path said = Files.createTempFile(shore.folder(), "child", ".txt");
        Process process = start(shore, said, Pause.NEVER, 0);
        try {
            while (process.isAlive() && !Files.isDirectory(shore.place().resolve("work"))) {
                Thread.sleep(1);
            }
            process.destroy();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("does not end: " + Files.readString(said));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void killAt(Shore shore, Pause pause, int batch, BooleanSupplier moment)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile(shore.folder(), "child", ".txt");
        Process process = start(shore, said, pause, batch);
        try {
            while (process.isAlive() && !moment.getAsBoolean()) {
                Thread.sleep(1);
            }
            if (!process.isAlive()) {
                throw new IllegalStateException(pause + ": ended by itself: " + Files.readString(said));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process start(Shore shore, Path said, Pause pause, int batch) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> word.startsWith("-X") || word.startsWith("--add-opens") || word.startsWith("-Duser"))
                .forEach(command::add);
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of(
                "-Dspark.sql.codegen.wholeStage=false",
                "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
                "-cp",
                classes,
                Child.class.getName(),
                shore.folder().toString(),
                shore.servers(),
                pause.name(),
                "" + batch));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
