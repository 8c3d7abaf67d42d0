package org.signalup.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/** The folder of the server that comes along: its data, its password, its log, and what an earlier run left behind. */
record ServerFolder(Path path) {
    /** What the server that comes along writes and reads. */
    private static final String MAJOR_VERSION = "15";

    private static final long LONGEST_STOP_S = 20;
    private static final int PASSWORD_BYTES = 24;

    static ServerFolder of(Path path) {
        try {
            Files.createDirectories(path);
            return new ServerFolder(path.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return path.resolve("data");
    }

    Path programs() {
        return path.resolve("programs");
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path lockFile() {
        return path.resolve("in-use.lock");
    }

    /** Made once; only the owner of the folder reads it. */
    String password() {
        Path file = path.resolve("password");
        try {
            if (Files.isRegularFile(file)) {
                return Files.readString(file).strip();
            }
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            String made = HexFormat.of().formatHex(random);
            Files.deleteIfExists(path.resolve("password.new"));
            Path fresh = Files.createFile(
                    path.resolve("password.new"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, made);
            Files.move(fresh, file);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RefusedException if another major version made the data: it would not start, and must not be tried */
    void checkVersion() {
        Path file = data().resolve("PG_VERSION");
        if (!Files.isRegularFile(file)) {
            return;
        }
        String version = read(file).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new RefusedException(
                    Problem.ofFile(
                            data().toString(),
                            "STORE_VERSION",
                            Text.of(
                                    "这些数据由 PostgreSQL " + version + " 写成，自带的是 " + MAJOR_VERSION
                                            + "；请用写成它的版本运行 signalup backup，再在新文件夹里 signalup restore",
                                    "these data were written by PostgreSQL " + version + ", what comes along is "
                                            + MAJOR_VERSION
                                            + "; run signalup backup with the version that wrote them, then signalup restore into a new folder")));
        }
    }

    /** A server whose program was killed lives on and holds the data: it is told to stop. We hold the lock of the folder. */
    void stopLeftOver() {
        Optional<ProcessHandle> left = leftOver();
        if (left.isEmpty()) {
            return;
        }
        left.get().destroy();
        try {
            left.get().onExit().get(LONGEST_STOP_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Written down as it goes, the data survive this; the server mends them when it starts.
            left.get().destroyForcibly();
            left.get().onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean serverRuns() {
        return leftOver().isPresent();
    }

    /** The server that holds the data, if one does: its number may long be another program's. */
    private Optional<ProcessHandle> leftOver() {
        Path file = data().resolve("postmaster.pid");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = read(file).lines().toList();
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,9}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    /** Where the server that runs on these data listens. */
    Optional<Integer> port() {
        return leftOver()
                .flatMap(process ->
                        read(data().resolve("postmaster.pid")).lines().skip(3).findFirst())
                .filter(line -> line.strip().matches("\\d{1,5}"))
                .map(line -> Integer.valueOf(line.strip()));
    }

    /** Lets nobody in without the password; whether that was new. */
    boolean askForPassword() {
        Path file = data().resolve("pg_hba.conf");
        String rules = """
                # Written by SignalUp: this machine only, with the password in the folder.
                host all all 127.0.0.1/32 scram-sha-256
                """;
        if (read(file).equals(rules)) {
            return false;
        }
        try {
            Files.writeString(file, rules);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
