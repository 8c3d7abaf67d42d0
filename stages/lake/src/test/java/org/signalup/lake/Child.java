package org.signalup.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process of its own that does one thing to a lake, to be killed in the middle of it. */
final class Child {
    private Child() {}

    /** Arguments: folder of the shore, verb, its object. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (Shore shore = new Shore(folder)) {
            switch (arguments[1]) {
                case "add" -> shore.add(folder.resolve(arguments[2]));
                case "compact" -> shore.lake().compact(Optional.<LocalDate>empty(), shore.engine);
                case "follow" -> follow(shore, folder.resolve(arguments[2]));
                case "forget" -> shore.lake().forget(arguments[2], shore.engine);
                default -> throw new IllegalArgumentException(arguments[1]);
            }
        }
    }

    /** Looks until it is killed. */
    private static void follow(Shore shore, Path inbox) {
        Follower follower = shore.follow(inbox, Duration.ZERO, false);
        while (inbox.toFile().exists()) {
            follower.look();
        }
    }

    /** Starts the process and kills it as soon as {@code moment} has come; tells whether it was still running. */
    static boolean killAt(BooleanSupplier moment, Path folder, String... what)
            throws IOException, InterruptedException {
        Process process = start(folder, what);
        while (process.isAlive() && !moment.getAsBoolean()) {
            Thread.onSpinWait();
        }
        boolean running = process.isAlive();
        process.destroyForcibly().waitFor();
        return running;
    }

    static Process start(Path folder, String... what) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = Stream.concat(
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx500m",
                                "-cp",
                                classes,
                                Child.class.getName(),
                                folder.toString()),
                        Stream.of(what))
                .toList();
        Path said = Files.createTempFile(folder, "child", ".txt");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
