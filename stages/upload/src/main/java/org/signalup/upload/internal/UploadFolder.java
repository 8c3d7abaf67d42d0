package org.signalup.upload.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;
import org.signalup.intake.Devices;
import org.signalup.upload.Incoming;
import org.signalup.upload.Sealing;
import org.signalup.upload.Upload;
import org.signalup.upload.UploadSettings;

/**
 * Where the bytes are: {@code raw/ab/abcd…} by digest, each once; {@code arriving} and {@code work}, of no value after a kill;
 * {@code readings} with the rows each reading refused.
 */
public final class UploadFolder {
    /** Of a reading: the rows it refused. */
    public static final String REJECTS = "rejects.parquet";

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_SHOWN = 80;

    private final Path root;
    private final Sealing sealing;
    private final UploadSettings settings;

    public UploadFolder(Path root, Sealing sealing, UploadSettings settings) {
        this.root = root;
        this.sealing = sealing;
        this.settings = settings;
    }

    /** A file that has arrived, not yet in its place. */
    public record Arrived(Upload.File file, Path at) {}

    /**
     * Takes a file in.
     *
     * @param devices say what stands for a phone in its name
     * @throws RefusedException in words if it cannot be kept; nothing of it stays then
     */
    public Arrived arrive(Incoming incoming, Devices devices) throws IOException {
        String name = devices.withoutPhones(FileName.of(incoming.name()));
        FileName.wrong(name).ifPresent(text -> {
            throw refused(shown(name), "NAME_INVALID", text);
        });
        Path arriving = Files.createDirectories(root.resolve("arriving"));
        refuseIfFull(arriving, name);
        Path temporary = arriving.resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try (InputStream in = incoming.content().open()) {
            MessageDigest digest = Sha256.begin();
            long bytes = copy(in, temporary, digest, name);
            if (bytes == 0) {
                throw refused(name, "FILE_EMPTY", Text.of("文件为空", "the file is empty"));
            }
            whole = true;
            return new Arrived(new Upload.File(name, Sha256.hex(digest), bytes), temporary);
        } finally {
            if (!whole) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "·").substring(0, Math.min(name.length(), LONGEST_SHOWN));
    }

    private void refuseIfFull(Path at, String name) throws IOException {
        if (Files.getFileStore(at).getUsableSpace() < settings.freeBytes()) {
            throw refused(
                    name,
                    "DISK_FULL",
                    Text.of("服务器磁盘快满了，请联系管理员", "the server's disk is nearly full, tell whoever looks after it"));
        }
    }

    private long copy(InputStream in, Path to, MessageDigest digest, String name) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(
                        sealing.seal(new Kept(Channels.newOutputStream(channel), channel)), digest)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > settings.fileBytes()) {
                    String most = (settings.fileBytes() >> 20) + " MB";
                    throw refused(
                            name,
                            "FILE_TOO_LARGE",
                            Text.of("文件太大，最多 " + most, "the file is too large, " + most + " at most"));
                }
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    /** Ends on the disk: what encrypts writes its last bytes when it is closed. */
    private static final class Kept extends FilterOutputStream {
        private final FileChannel channel;

        Kept(OutputStream out, FileChannel channel) {
            super(out);
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.force(true);
            }
            super.close();
        }
    }

    static RefusedException refused(String file, String code, Text text) {
        return new RefusedException(Problem.ofFile(file, code, text));
    }

    /** Puts what arrived in its place, by one rename: bytes that came before are as young as when they came last. */
    public void place(Arrived arrived) throws IOException {
        Path raw = raw(arrived.file().digest());
        Files.createDirectories(raw.getParent());
        Files.move(arrived.at(), raw, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What arrived and is not in its place goes. */
    public void forget(Arrived arrived) throws IOException {
        Files.deleteIfExists(arrived.at());
    }

    private Path raw(String digest) {
        return root.resolve("raw").resolve(digest.substring(0, 2)).resolve(digest);
    }

    /** Whether the bytes of a file are there. */
    public boolean has(String digest) {
        return Files.exists(raw(digest));
    }

    /** Whether a text stands in a file as it is. */
    public boolean says(String digest, String text) {
        byte[] sought = text.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = sealing.open(raw(digest), digest);
                Scanner scanner = new Scanner(in, StandardCharsets.ISO_8859_1)) {
            return scanner.findWithinHorizon(Pattern.quote(new String(sought, StandardCharsets.ISO_8859_1)), 0) != null;
        } catch (IOException gone) {
            return false;
        }
    }

    /** The bytes of a file go. */
    public void forget(String digest) throws IOException {
        Files.deleteIfExists(raw(digest));
    }

    /** What a killed process left: files that came halfway, files that nobody knows. */
    public void sweep(Set<String> known) throws IOException {
        delete(root.resolve("arriving"));
        delete(root.resolve("work"));
        Path raw = root.resolve("raw");
        if (!Files.isDirectory(raw)) {
            return;
        }
        try (Stream<Path> files = Files.walk(raw)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!known.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The files of an upload under the names they came with, in a folder of their own, for as long as somebody reads them. */
    public final class Desk implements AutoCloseable {
        private final Path folder;
        private final List<Path> files = new ArrayList<>();

        private Desk(Upload upload) throws IOException {
            this.folder = root.resolve("work").resolve(UUID.randomUUID().toString());
            Path named = Files.createDirectories(folder.resolve("files"));
            boolean whole = false;
            try {
                for (Upload.File file : upload.files()) {
                    files.add(lay(file, named.resolve(file.name())));
                }
                whole = true;
            } finally {
                if (!whole) {
                    delete(folder);
                }
            }
        }

        public List<Path> files() {
            return files;
        }

        /** A folder for what is made on the way. */
        public Path work() {
            return folder;
        }

        @Override
        public void close() throws IOException {
            delete(folder);
        }
    }

    /** @throws RefusedException if the bytes are gone */
    public Desk desk(Upload upload) throws IOException {
        return new Desk(upload);
    }

    private Path lay(Upload.File file, Path name) throws IOException {
        Path raw = raw(file.digest());
        return Files.exists(raw) && Sealing.sealed(raw) ? decrypt(file, raw, name) : link(raw, name);
    }

    private Path decrypt(Upload.File file, Path raw, Path name) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = new DigestInputStream(sealing.open(raw, file.name()), digest)) {
            Files.copy(in, name);
        } catch (IOException e) {
            throw damaged(file);
        }
        if (!Sha256.hex(digest).equals(file.digest())) {
            throw damaged(file);
        }
        return name;
    }

    private static RefusedException damaged(Upload.File file) {
        return refused(
                file.name(),
                "FILE_DAMAGED",
                Text.of("加密的原始文件已损坏，或磁盘已满", "the encrypted raw file is damaged, or the disk is full"));
    }

    private static Path link(Path raw, Path name) throws IOException {
        try {
            return Files.createLink(name, raw);
        } catch (NoSuchFileException e) {
            throw refused(name.getFileName().toString(), "FILE_GONE", Text.of("原始文件已不在", "the file is gone"));
        } catch (UnsupportedOperationException e) {
            return Files.copy(raw, name, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** A file of one reading; its folder is made. */
    public Path ofReading(long id, int reading, String name) {
        try {
            return Files.createDirectories(root.resolve("readings").resolve(id + "-" + reading))
                    .resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written beside an upload goes. */
    public void forgetReadings(Upload upload) throws IOException {
        for (int reading = 1; reading <= upload.reading(); reading++) {
            delete(root.resolve("readings").resolve(upload.id() + "-" + reading));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
