package org.signalup.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.signalup.cli.house.House;

/** A finished process of the command line, started the way the launcher starts it. */
record Run(int exitCode, String out, String err) {
    private static final long PATIENCE_SECONDS = 300;

    static Run of(Path folder, String... arguments) {
        return of(folder, command(arguments));
    }

    static Run of(Path folder, List<String> command) {
        return of(folder, command, builder -> {});
    }

    static Run of(Path folder, List<String> command, Consumer<ProcessBuilder> settings) {
        try {
            Path out = Files.createTempFile("signalup", ".out");
            Path err = Files.createTempFile("signalup", ".err");
            ProcessBuilder builder = builder(folder, command);
            settings.accept(builder);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Run(process.waitFor(), read(out), read(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ProcessBuilder builder(Path folder, List<String> command) {
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx700m",
                "-Dfile.encoding=UTF-8",
                "-Dsignalup.home=" + House.root(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.signalup.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
