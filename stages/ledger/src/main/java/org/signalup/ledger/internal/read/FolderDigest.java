package org.signalup.ledger.internal.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.domain.Sha256;
import org.signalup.domain.TextOrder;

/** SHA-256 over the files of a folder: by name in code-point order, each with the SHA-256 of its bytes. */
final class FolderDigest {
    private final Map<String, byte[]> files = new TreeMap<>(TextOrder.CODE_POINTS);

    void add(Path file) {
        MessageDigest digest = Sha256.begin();
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
        MessageDigest digest = Sha256.begin();
        files.forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(content);
        });
        return Sha256.hex(digest);
    }
}
