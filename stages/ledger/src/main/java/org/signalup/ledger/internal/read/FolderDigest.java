package org.signalup.ledger.internal.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.domain.TextOrder;

/** SHA-256 over the files of a folder: by name in code-point order, each with the SHA-256 of its bytes. */
final class FolderDigest {
    private final Map<String, byte[]> files = new TreeMap<>(TextOrder.CODE_POINTS);

    void add(Path file) {
        MessageDigest digest = sha256();
        try (var in = Files.newInputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        files.put(String.valueOf(file.getFileName()), digest.digest());
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    String value() {
        MessageDigest digest = sha256();
        files.forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
