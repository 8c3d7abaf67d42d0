package org.signalup.live.rmbt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** How clients are told apart without keeping what they call themselves: a digest under a key of this installation. */
public final class RmbtDevice {
    private static final int KEY_BYTES = 32;
    private static final int DIGITS = 16;
    private static final int UUID_LENGTH = 36;

    private final String key;

    RmbtDevice(String key) {
        this.key = key;
    }

    /** With the key in a file, made at the first start. */
    public static RmbtDevice of(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(bytes), StandardOpenOption.WRITE);
            }
            return new RmbtDevice(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a client in samples. */
    public String name(UUID client) {
        byte[] digest = RmbtTokens.hmac("HmacSHA256", key, client.toString().getBytes(StandardCharsets.UTF_8));
        return "rmbt-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }

    /** A client's uuid as clients write it, with a U before it perhaps. */
    public static Optional<UUID> parse(String text) {
        String bare = text.length() == UUID_LENGTH + 1 && text.startsWith("U") ? text.substring(1) : text;
        try {
            return bare.length() == UUID_LENGTH ? Optional.of(UUID.fromString(bare)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
