package org.signalup.intake.internal.structure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Results of M-Lab's ndt7. The server sees how many bytes arrived until when: of its last measurement, bytes acknowledged
 * (download) or received (upload) over the time elapsed are the rate, as M-Lab reckons it.
 */
final class Ndt7 {
    private static final int DIGITS = 6;
    private static final int BITS = 8;

    private Ndt7() {}

    /** Adds {@code Download.Mbps} and {@code Upload.Mbps}: bits a microsecond are megabits a second. */
    static void complete(Map<String, Object> value, Map<String, String> row) {
        rate(value.get("Download"), "BytesAcked", "Download.Mbps", row);
        rate(value.get("Upload"), "BytesReceived", "Upload.Mbps", row);
    }

    private static void rate(Object direction, String bytes, String path, Map<String, String> row) {
        if (direction instanceof Map<?, ?> test
                && test.get("ServerMeasurements") instanceof List<?> measurements
                && !measurements.isEmpty()
                && measurements.get(measurements.size() - 1) instanceof Map<?, ?> last
                && last.get("TCPInfo") instanceof Map<?, ?> tcp
                && tcp.get(bytes) instanceof String sum
                && tcp.get("ElapsedTime") instanceof String elapsed) {
            rate(sum, elapsed, path, row);
        }
    }

    private static void rate(String bytes, String elapsedUs, String path, Map<String, String> row) {
        try {
            double rate = BITS * Double.parseDouble(bytes) / Double.parseDouble(elapsedUs);
            if (Double.isFinite(rate)) {
                row.put(
                        path,
                        BigDecimal.valueOf(rate)
                                .setScale(DIGITS, RoundingMode.HALF_UP)
                                .toPlainString());
            }
        } catch (NumberFormatException e) {
            // What is no number makes no rate, and a test without one is no sample.
        }
    }
}
