package org.signalup.upload;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;

/**
 * How raw files lie on the disk: as they came, or encrypted (AES-256-GCM in segments, by Google Tink) with a key that lies elsewhere.
 * What lay there before is read all the same. A line of the key file is a key in Base64, the last one for what comes now; older ones
 * stay for what they encrypted.
 */
public final class Sealing {
    /** Files stay as they came; one that is encrypted cannot be read. */
    public static final Sealing NONE = new Sealing(Map.of());

    private static final byte[] MARK = "SU-AES1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 8;
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    /** Beside the raw files: which key they were last encrypted with, so that a lost key is told at once. */
    private static final String USED = "sealed-with";

    private final Map<String, byte[]> keys;

    private Sealing(Map<String, byte[]> keys) {
        this.keys = keys;
    }

    /**
     * With the keys of a file, which is made if nothing was encrypted yet.
     *
     * @param uploads folder of the raw files
     * @throws RefusedException if the file is damaged, or is not the one the raw files were encrypted with
     */
    public static Sealing with(Path file, Path uploads) {
        try {
            Path used = uploads.resolve(USED);
            if (!Files.exists(file) && !Files.exists(used)) {
                make(file);
            }
            Map<String, byte[]> keys = keys(file);
            if (Files.exists(used) && !keys.containsKey(Files.readString(used).strip())) {
                throw refused(
                        file.getFileName().toString(),
                        Text.of("不是加密已有原始文件用的密钥", "is not the key that the raw files were encrypted with"));
            }
            Files.createDirectories(uploads);
            Files.writeString(used, newest(keys) + "\n");
            return new Sealing(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    }

    private static Map<String, byte[]> keys(Path file) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                byte[] key = Base64.getDecoder().decode(line.strip());
                if (key.length != KEY_BYTES) {
                    throw new IllegalArgumentException("length");
                }
                keys.put(tag(key), key);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(
                    file.getFileName().toString(),
                    Text.of(
                            "密钥文件读不了或已损坏（应为：每行一个 32 字节密钥的 Base64）",
                            "the key file cannot be read or is damaged (expected: lines of 32 bytes in Base64)"));
        }
        if (keys.isEmpty()) {
            throw refused(file.getFileName().toString(), Text.of("没有密钥", "no keys"));
        }
        return keys;
    }

    /** Names a key without telling it. */
    private static String tag(byte[] key) {
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.begin().digest(key), TAG));
    }

    private static String newest(Map<String, byte[]> keys) {
        return List.copyOf(keys.keySet()).get(keys.size() - 1);
    }

    private static RefusedException refused(String file, Text text) {
        return new RefusedException(Problem.ofFile(file, "KEYS_BROKEN", text));
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    /** Where the bytes of a file are to be written. */
    public OutputStream seal(OutputStream out) throws IOException {
        if (keys.isEmpty()) {
            return out;
        }
        String tag = newest(keys);
        out.write(MARK);
        out.write(HexFormat.of().parseHex(tag));
        try {
            return cipher(keys.get(tag)).newEncryptingStream(out, MARK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM: absent (expected: in every JDK)", e);
        }
    }

    /** Whether a file is encrypted. */
    public static boolean sealed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MARK.length), MARK);
        }
    }

    /**
     * The bytes of a file as they came.
     *
     * @param name how a problem calls it
     * @throws RefusedException if it is encrypted with a key that is not there
     */
    public InputStream open(Path file, String name) throws IOException {
        if (!sealed(file)) {
            return Files.newInputStream(file);
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(MARK.length);
        byte[] key = keys.get(HexFormat.of().formatHex(in.readNBytes(TAG)));
        if (key == null) {
            in.close();
            throw refused(
                    name,
                    Text.of(
                            "原始文件已加密，平台没有它的密钥（设置 signalup.uploads.key-file）",
                            "the raw file is encrypted, and its key is not here (setting signalup.uploads.key-file)"));
        }
        try {
            return cipher(key).newDecryptingStream(in, MARK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM: absent (expected: in every JDK)", e);
        }
    }
}
