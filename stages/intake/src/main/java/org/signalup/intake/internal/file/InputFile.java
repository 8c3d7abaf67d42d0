package org.signalup.intake.internal.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.signalup.domain.Sha256;
import org.signalup.intake.RefusalCode;

/**
 * A file to read. Its content is what is left when it is unpacked ({@link Compression}).
 *
 * @param path where its bytes are
 * @param name how reports call it
 * @param origin the file that the user gave: itself, or the archive it lay in
 */
public record InputFile(Path path, String name, Path origin) {
    private static final int BUFFER = 1 << 16;

    public InputFile(Path path, String name) {
        this(path, name, path);
    }

    /** The last part of the name. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** When it was last written, in UTC milliseconds; the end of time when nobody knows. */
    public long writtenMs() {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            return Long.MAX_VALUE / 2;
        }
    }

    /** Whether it is packed by itself: gzip, bzip2 or xz. */
    public boolean packed() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Compression.of(in.readNBytes(Compression.MAGIC)).isPresent();
        }
    }

    /** The content; {@code digest} sees every byte of it that is read, {@code onBytes} hears how many came off the disk. */
    public InputStream open(Optional<MessageDigest> digest, LongConsumer onBytes) throws IOException {
        InputStream raw = new BufferedInputStream(new Counted(Files.newInputStream(path), onBytes), BUFFER);
        raw.mark(Compression.MAGIC);
        Optional<Compression> packed = Compression.of(raw.readNBytes(Compression.MAGIC));
        raw.reset();
        InputStream content = packed.isPresent() ? new Unpacked(packed.get(), raw, Files.size(path)) : raw;
        return digest.isPresent() ? new DigestInputStream(content, digest.get()) : content;
    }

    /** The first bytes of the content, at most {@code length}. */
    public byte[] head(int length) throws IOException {
        try (InputStream in = open(Optional.empty(), bytes -> {})) {
            return in.readNBytes(length);
        }
    }

    /** SHA-256 of the whole content, in hex. */
    public String digest() throws IOException {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = open(Optional.of(digest), bytes -> {})) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest);
    }

    /** The same of any file; empty when it cannot be read to its end. */
    public static Optional<String> findDigest(Path path) {
        try {
            return Optional.of(new InputFile(path, path.toString()).digest());
        } catch (FileRefusal | IOException e) {
            return Optional.empty();
        }
    }

    /** Tells how many bytes were read. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer onBytes;

        Counted(InputStream in, LongConsumer onBytes) {
            super(in);
            this.onBytes = onBytes;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            onBytes.accept(Math.max(read, 0));
            return read;
        }
    }

    /** Unpacks; a file that breaks off is refused rather than half read, and so is a bomb. */
    private static final class Unpacked extends InputStream {
        private final Compression kind;
        private final InputStream raw;
        private final long packed;
        private InputStream in;
        private long unpacked;

        Unpacked(Compression kind, InputStream raw, long packed) {
            this.kind = kind;
            this.raw = raw;
            this.packed = packed;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = unpack(bytes, offset, length);
            unpacked += Math.max(read, 0);
            if (UnpackLimits.bomb(unpacked, packed)) {
                throw new FileRefusal(RefusalCode.ARCHIVE_BOMB);
            }
            return read;
        }

        private int unpack(byte[] bytes, int offset, int length) throws IOException {
            try {
                if (in == null) {
                    in = kind.unpack(raw);
                }
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                if (kind.broken(e)) {
                    throw kind.refusal(e);
                }
                throw e;
            } catch (IndexOutOfBoundsException | IllegalStateException e) {
                // Libraries tell damage by these, too.
                throw kind.refusal(new IOException(e));
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }
}
