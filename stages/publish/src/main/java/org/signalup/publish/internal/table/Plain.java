package org.signalup.publish.internal.table;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values as plain text: no exponent, six decimals at most, nothing for nothing. */
final class Plain {
    private static final int DECIMALS = 6;

    private Plain() {}

    static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Double number ? decimal(number) : value.toString();
    }

    /** A number; one that is none has no text. */
    static String decimal(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
