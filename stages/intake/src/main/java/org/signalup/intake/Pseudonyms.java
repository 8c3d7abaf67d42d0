package org.signalup.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * Secret keys that ids of devices are hashed with (HMAC-SHA-256), the newest one for what is read now. Within the
 * period of a key a device stays the same device, and a file read again gives the same ids; across periods nobody without the
 * keys can tell. All keys are kept, for whoever asks to have a device erased.
 *
 * <p>The file has a line for each key: its id, its first day, its secret in Base64. It belongs into no output.
 */
public final class Pseudonyms {
    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final List<Key> keys;

    private record Key(String id, LocalDate from, SecretKeySpec secret) {}

    private Pseudonyms(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads the keys.
     *
     * @throws RefusedException if the file is not there or damaged: a key made up instead would part devices from themselves
     */
    public static Pseudonyms read(Path file) {
        List<Key> keys = keys(file);
        if (keys.isEmpty()) {
            throw refused(file, Text.of("没有密钥（应为：由本程序写的密钥文件）", "no keys (expected: a key file this program wrote)"));
        }
        return new Pseudonyms(keys);
    }

    /**
     * Reads the keys, after making a new one if there is none yet or the newest has served its time.
     *
     * @param today decides about nothing else
     * @param days how long a key serves
     */
    public static Pseudonyms current(Path file, LocalDate today, int days) {
        Path place = file.toAbsolutePath();
        try {
            Files.createDirectories(place.getParent());
            try (FileChannel lock = FileChannel.open(
                            place.resolveSibling(place.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                List<Key> keys = Files.exists(place) ? new ArrayList<>(keys(place)) : new ArrayList<>();
                boolean served = keys.isEmpty()
                        || !today.isBefore(keys.get(keys.size() - 1).from().plusDays(days));
                if (served && held.isValid()) {
                    keys.add(fresh(today, keys.size() + 1));
                    write(place, keys);
                }
                return new Pseudonyms(keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Key fresh(LocalDate from, int number) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Key("k" + number, from, new SecretKeySpec(secret, ALGORITHM));
    }

    private static List<Key> keys(Path file) {
        List<Key> keys = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] words = line.strip().split(" ");
                byte[] secret = Base64.getDecoder().decode(words[2]);
                keys.add(new Key(words[0], LocalDate.parse(words[1]), new SecretKeySpec(secret, ALGORITHM)));
            }
        } catch (IOException | ArrayIndexOutOfBoundsException | IllegalArgumentException | DateTimeParseException e) {
            throw refused(file, Text.of("密钥文件读不了或已损坏", "the key file cannot be read or is damaged"));
        }
        return keys;
    }

    private static RefusedException refused(Path file, Text text) {
        return new RefusedException(Problem.ofFile(String.valueOf(file.getFileName()), "KEYS_BROKEN", text));
    }

    /** For its owner's eyes only, where the system knows owners. */
    private static void write(Path file, List<Key> keys) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Key key : keys) {
            String secret = Base64.getEncoder().encodeToString(key.secret().getEncoded());
            text.append(key.id())
                    .append(' ')
                    .append(key.from())
                    .append(' ')
                    .append(secret)
                    .append('\n');
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Id of the key that ids read now are hashed with; says nothing about the key. */
    public String keyId() {
        return keys.get(keys.size() - 1).id();
    }

    /** The number that stands for an id read now. */
    public long number(String id) {
        return number(id, keys.get(keys.size() - 1));
    }

    /** The numbers that stand for an id in any period. */
    public List<Long> numbers(String id) {
        return keys.stream().map(key -> number(id, key)).toList();
    }

    private static long number(String id, Key key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.secret());
            return ByteBuffer.wrap(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256: absent (expected: in every JDK)", e);
        }
    }
}
