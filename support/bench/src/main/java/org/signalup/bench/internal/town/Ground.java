package org.signalup.bench.internal.town;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The town's own plane: metres east and north of a spot in the Badain Jaran desert where nobody lives. Good to a few
 * metres over the 20 km of the town, which is all an invented place needs.
 */
final class Ground {
    static final double LON = 102.2;
    static final double LAT = 40.6;
    private static final double M_PER_LAT = 111_050.0;
    private static final double M_PER_LON = 84_640.0;

    private Ground() {}

    static String lon(double eastM) {
        return text(LON + eastM / M_PER_LON, 6);
    }

    static String lat(double northM) {
        return text(LAT + northM / M_PER_LAT, 6);
    }

    /** A number with at most {@code digits} decimals, without exponent or trailing zeros. */
    static String text(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
