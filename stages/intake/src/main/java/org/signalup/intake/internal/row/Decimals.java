package org.signalup.intake.internal.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/** Decimal text to a scaled integer without a string in between. Rounds half away from zero. */
final class Decimals {
    /** Not a finite number, or too large to hold. */
    static final long INVALID = Long.MIN_VALUE + 1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();
    private static final int SAFE_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 30;

    private Decimals() {}

    /** Parses {@code bytes[start, end)} times 10^{@code scale}; the range is not empty. */
    static long parse(byte[] bytes, int start, int end, int scale) {
        byte first = bytes[start];
        int from = first == '-' || first == '+' ? start + 1 : start;
        if (end + Long.BYTES > bytes.length || scale > Long.BYTES) {
            return parseDigits(bytes, start, end, scale);
        }
        long eight = (long) LONGS.get(bytes, from);
        int whole = Math.min(digits(eight), end - from);
        long value = value(eight, whole) * POWERS[scale];
        int dot = from + whole;
        int places = 0;
        if (dot < end && bytes[dot] == '.') {
            eight = (long) LONGS.get(bytes, dot + 1);
            places = Math.min(digits(eight), end - dot - 1);
            long fraction = value(eight, places);
            value += places <= scale ? fraction * POWERS[scale - places] : rounded(fraction, POWERS[places - scale]);
            dot += 1;
        }
        if (dot + places != end || whole + places == 0) {
            return parseDigits(bytes, start, end, scale);
        }
        return first == '-' ? -value : value;
    }

    private static long rounded(long value, long unit) {
        return (value + unit / 2) / unit;
    }

    /** How many of the first of eight bytes are digits. */
    private static int digits(long eight) {
        long low = eight ^ ZEROS;
        long others = (low | (low + 0x0606060606060606L)) & 0xF0F0F0F0F0F0F0F0L;
        return Long.numberOfTrailingZeros(others) / Byte.SIZE;
    }

    /** The number that the first {@code count} ≤ 8 of eight bytes write, pairs, then fours, then all at once. */
    private static long value(long eight, int count) {
        if (count == 0) {
            return 0;
        }
        long digits = (eight ^ ZEROS) << (Long.SIZE - Byte.SIZE * count);
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (fours * 10_000 + (fours >>> 32)) & 0xFFFFFFFFL;
    }

    /** Digit by digit: what is long, and what is no plain number. */
    private static long parseDigits(byte[] bytes, int start, int end, int scale) {
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
