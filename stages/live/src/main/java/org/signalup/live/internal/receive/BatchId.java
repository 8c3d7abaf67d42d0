package org.signalup.live.internal.receive;

import java.nio.charset.StandardCharsets;
import org.signalup.domain.Sha256;
import org.signalup.live.Sender;

/** The id of a batch follows from who sends it and by which key: the same message has the same id on every try. */
public final class BatchId {
    private static final int DIGITS = 32;

    private BatchId() {}

    public static String of(Sender sender, String key) {
        return Sha256.hex((sender.keySpace() + "\n" + key).getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }
}
