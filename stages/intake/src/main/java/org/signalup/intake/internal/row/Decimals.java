package org.signalup.intake.internal.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Decimal text to a scaled integer without a string in between. Rounds half away from zero. */
final class Decimals {
    /** Not a finite number, or too large to hold. */
    static final long INVALID = Long.MIN_VALUE + 1;

    private static final int SAFE_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 30;

    private Decimals() {}

    /** Parses {@code bytes[start, end)} times 10^{@code scale}; the range is not empty. */
    static long parse(byte[] bytes, int start, int end, int scale) {
        int i = start;
        byte first = bytes[i];
        if (first == '-' || first == '+') {
            i++;
        }
        long value = 0;
        int digits = 0;
        while (i < end && isDigit(bytes[i]) && digits < SAFE_DIGITS) {
            value = value * 10 + (bytes[i++] - '0');
            digits++;
        }
        if (digits + scale > SAFE_DIGITS) {
            return parseSlowly(bytes, start, end, scale);
        }
        int left = scale;
        boolean up = false;
        if (i < end && bytes[i] == '.') {
            i++;
            for (int place = 0; i < end && isDigit(bytes[i]); place++, i++, digits++) {
                if (place < scale) {
                    value = value * 10 + (bytes[i] - '0');
                    left--;
                } else if (place == scale) {
                    up = bytes[i] >= '5';
                }
            }
        }
        if (i != end || digits == 0) {
            return parseSlowly(bytes, start, end, scale);
        }
        while (left-- > 0) {
            value *= 10;
        }
        value = up ? value + 1 : value;
        return first == '-' ? -value : value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static long parseSlowly(byte[] bytes, int start, int end, int scale) {
        try {
            BigDecimal value = new BigDecimal(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
            long magnitude = (long) value.precision() - value.scale();
            if (value.signum() != 0 && magnitude > LARGEST_EXPONENT) {
                return INVALID;
            }
            if (value.signum() == 0 || magnitude < -LARGEST_EXPONENT) {
                return 0;
            }
            return value.movePointRight(scale).setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return INVALID;
        }
    }
}
