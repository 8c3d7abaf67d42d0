package org.signalup.intake.internal.structure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results of M-Lab's ndt7. The server sees how many bytes arrived until when: of its last measurement, bytes acknowledged
 * (download) or received (upload) over the time elapsed are the rate, as M-Lab reckons it.
 */
final class Ndt7 {
    private static final int DIGITS = 6;
    private static final int BITS = 8;

    private Ndt7() {}

    /**
     * Adds {@code Download.Mbps} and {@code Upload.Mbps}: bits a microsecond are megabits a second. A test that
     * began and measured nothing failed.
     */
    static void complete(Map<String, Object> value, Map<String, String> row) {
        boolean down = rate(value.get("Download"), "BytesAcked", "Download.Mbps", row);
        boolean up = rate(value.get("Upload"), "BytesReceived", "Upload.Mbps", row);
        boolean begun = row.containsKey("Download.Mbps") || row.containsKey("Upload.Mbps");
        if (begun && !down && !up) {
            row.put("Outcome", "FAILED");
        }
    }

    /** Whether there is a rate. */
    private static boolean rate(Object direction, String bytes, String path, Map<String, String> row) {
        if (!(direction instanceof Map<?, ?> test) || !test.containsKey("StartTime")) {
            return false;
        }
        Optional<String> rate = rate(test, bytes);
        row.put(path, rate.orElse("0"));
        return rate.isPresent();
    }

    private static Optional<String> rate(Map<?, ?> test, String bytes) {
        if (test.get("ServerMeasurements") instanceof List<?> measurements
                && !measurements.isEmpty()
                && measurements.get(measurements.size() - 1) instanceof Map<?, ?> last
                && last.get("TCPInfo") instanceof Map<?, ?> tcp
                && tcp.get(bytes) instanceof String sum
                && tcp.get("ElapsedTime") instanceof String elapsed) {
            return rate(sum, elapsed);
        }
        return Optional.empty();
    }

    private static Optional<String> rate(String bytes, String elapsedUs) {
        try {
            double rate = BITS * Double.parseDouble(bytes) / Double.parseDouble(elapsedUs);
            return Double.isFinite(rate)
                    ? Optional.of(BigDecimal.valueOf(rate)
                            .setScale(DIGITS, RoundingMode.HALF_UP)
                            .toPlainString())
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
