package org.signalup.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Numbers as people read them. Shares and rates are cut, not rounded: 94.96 % must never read 95.0 % beside a verdict
 * of 不达标.
 */
public final class Format {
    /** What stands for unknown. */
    public static final String NONE = "–";

    private Format() {}

    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A count or length of the progress table: no decimals when whole, else one, rounded; no verdict hangs on it. */
    public static String amount(double value) {
        boolean whole = value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", BigDecimal.valueOf(value));
    }

    public static String amount(OptionalDouble value) {
        return value.isPresent() ? amount(value.getAsDouble()) : NONE;
    }

    /** A fraction as percent with one decimal, cut. */
    public static String percent(double fraction) {
        return BigDecimal.valueOf(fraction).movePointRight(2).setScale(1, RoundingMode.FLOOR) + " %";
    }

    public static String percent(OptionalDouble fraction) {
        return fraction.isPresent() ? percent(fraction.getAsDouble()) : NONE;
    }

    /** Bounds of a share, percent. */
    public static String percents(OptionalDouble low, OptionalDouble high) {
        if (low.isEmpty() || high.isEmpty()) {
            return NONE;
        }
        String from = percent(low.getAsDouble());
        return "[" + from.substring(0, from.length() - 2) + ", " + percent(high.getAsDouble()) + "]";
    }

    /** One decimal, cut. */
    public static String decimal(OptionalDouble value) {
        return value.isPresent() ? decimal(value.getAsDouble()) : NONE;
    }

    public static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", BigDecimal.valueOf(value).setScale(1, RoundingMode.FLOOR));
    }

    public static String decimals(OptionalDouble low, OptionalDouble high) {
        return low.isEmpty() || high.isEmpty() ? NONE : "[" + decimal(low) + ", " + decimal(high) + "]";
    }

    /** A policy number as it is written in the standard: no trailing zeros. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace("-", "−");
    }

    /** A quantile: the two edges of the step it lies in, or the value itself where it was counted as it is. */
    public static String quantile(double value, double within) {
        return within == 0 ? plain(value) : plain(value) + " ~ " + plain(value + within);
    }

    /** Kilometres with one decimal below 1 000 km, metres below 1 km. */
    public static String length(long mm) {
        if (mm < 1_000_000) {
            return String.format(Locale.ROOT, "%d m", mm / 1000);
        }
        return km(mm) + " km";
    }

    public static String km(long mm) {
        double km = mm / 1e6;
        return String.format(Locale.ROOT, km < 100 ? "%.2f" : "%,.1f", km);
    }

    /** Chainage as on road signs: {@code K12+300}. */
    public static String chainage(long mm) {
        long m = Math.round(mm / 1000.0);
        return String.format(Locale.ROOT, "K%d+%03d", m / 1000, m % 1000);
    }

    /** A coordinate inside a drawing, at most one decimal. */
    public static String coordinate(double value) {
        long tenths = Math.round(value * 10);
        String whole = Long.toString(Math.abs(tenths) / 10);
        String sign = tenths < 0 ? "-" : "";
        return sign + whole + (tenths % 10 == 0 ? "" : "." + Math.abs(tenths) % 10);
    }
}
