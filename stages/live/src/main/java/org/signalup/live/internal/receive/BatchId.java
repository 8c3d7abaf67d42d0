package org.signalup.live.internal.receive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.signalup.live.Sender;

/** The id of a batch follows from who sends it and by which key: the same message has the same id on every try. */
public final class BatchId {
    private static final int DIGITS = 32;

    private BatchId() {}

    public static String of(Sender sender, String key) {
        return digest((sender.keySpace() + "\n" + key).getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }

    /** SHA-256 in hex. */
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: absent (expected: in every JDK)", e);
        }
    }
}
