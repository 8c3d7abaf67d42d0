package org.signalup.evaluate.internal.write;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Doubles as texts of a fixed number of decimal places, rounded half up. A double that no other comes nearer to a half of
 * the last place stands for that half: 3 of 640 are 0.0046875 and so 0.004688, though their double is a little less. Files of
 * a nation have tens of millions of them, so {@link BigDecimal} is asked only where a double stands close to a half.
 */
final class Decimals {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final int DECIMAL = 10;
    /** Below it the error of scaling is less than {@link #CLOSE}. */
    private static final double LARGEST = 1L << 40;

    private static final double HALF = 0.5;
    private static final double CLOSE = 1e-3;

    private Decimals() {}

    /** @param places 0 to 6 */
    static String text(double value, int places) {
        double scaled = Math.abs(value) * POWERS[places];
        double units = Math.floor(scaled + HALF);
        if (!(scaled < LARGEST)) {
            return exactly(value, places);
        }
        if (Math.abs(scaled - units) > HALF - CLOSE) {
            double below = Math.floor(scaled);
            if (Math.abs(value) != (below + HALF) / POWERS[places]) {
                return exactly(value, places);
            }
            units = below + 1;
        }
        long whole = (long) units;
        StringBuilder text = new StringBuilder();
        if (value < 0 && whole > 0) {
            text.append('-');
        }
        text.append(whole / POWERS[places]);
        if (places > 0) {
            text.append('.');
            for (int place = places - 1; place >= 0; place--) {
                text.append((char) ('0' + whole / POWERS[place] % DECIMAL));
            }
        }
        return text.toString();
    }

    static String exactly(double value, int places) {
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    /** At most so many places, no trailing zeros. */
    static String shortest(double value, int places) {
        String text = text(value, places);
        int end = text.length();
        while (places > 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
