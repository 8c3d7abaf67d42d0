package org.signalup.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.intake.RejectCode;

/**
 * What one message brought: read = accepted + refused.
 *
 * @param id 32 hex digits; the same for the same message sent again
 * @param digest SHA-256 of the content as it was sent, in hex
 * @param sender its name
 * @param format id of the profile it was read with
 * @param acceptedRows rows accepted, as ranges of the numbers they had in what was sent: {@code 1-9,11}
 * @param refused not more than {@link #MOST_REFUSED}
 * @param removed headings of identifiers that were not kept
 * @param unknown headings not used
 * @param findings what is odd and was kept: codes of {@link Finding}
 */
public record Batch(
        String id,
        String digest,
        Instant receivedAt,
        long organisation,
        Optional<Long> account,
        Optional<Long> probe,
        String sender,
        Channel channel,
        String format,
        long read,
        long accepted,
        String acceptedRows,
        Map<String, Long> refusedByCode,
        List<RefusedRow> refused,
        List<String> removed,
        List<String> unknown,
        List<String> findings) {
    /** More are counted, not listed. */
    public static final int MOST_REFUSED = 1_000;

    /** A row that was refused; its message follows from the code. */
    public record RefusedRow(long row, String column, String value, String code) {
        public Text text() {
            return text(code);
        }

        /** What a code means; the code itself when it is of another program. */
        public static Text text(String code) {
            for (RejectCode known : RejectCode.values()) {
                if (known.name().equals(code)) {
                    return known.text();
                }
            }
            return Text.same(code);
        }
    }

    public long rejected() {
        return read - accepted;
    }
}
