package org.signalup.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.standards.ServiceKpi;

/** Values of service KPIs as people read them. */
public final class ServiceValues {
    private ServiceValues() {}

    /** A value with its unit, cut so that it never looks better than it is; times and counts an hour are rounded up. */
    public static String of(ServiceKpi kpi, double value) {
        RoundingMode worse = kpi.moreIsBetter() ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return switch (kpi.unit()) {
            case SHARE -> figure(value * 100, 2, worse) + " %";
            case MS -> figure(value, 0, worse) + " ms";
            case PER_HOUR -> figure(value, 1, worse) + " /h";
            case MOS -> figure(value, 2, worse);
            case MBIT_S -> figure(value, 1, worse) + " Mbit/s";
        };
    }

    private static String figure(double value, int decimals, RoundingMode mode) {
        // What six decimals of the result file cannot tell from the limit is not worse than it.
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded.setScale(decimals, mode));
    }

    /** A difference of two values with its sign; of shares in percentage points. */
    public static String difference(ServiceKpi kpi, double value) {
        String unit = switch (kpi.unit()) {
            case SHARE -> " pp";
            case MS -> " ms";
            case PER_HOUR -> " /h";
            case MOS -> "";
            case MBIT_S -> " Mbit/s";
        };
        double shown = kpi.unit() == ServiceKpi.Unit.SHARE ? value * 100 : value;
        int decimals = kpi.unit() == ServiceKpi.Unit.MS ? 0 : 2;
        return String.format(Locale.ROOT, "%+,." + decimals + "f", shown) + unit;
    }

    /** The limits of a KPI in words; empty without any. */
    public static Text limits(ServiceRow row) {
        if (row.good().isEmpty() || row.fair().isEmpty()) {
            return Text.same("");
        }
        String sign = row.kpi().moreIsBetter() ? "≥ " : "≤ ";
        String good = sign + limit(row.kpi(), row.good());
        String fair = sign + limit(row.kpi(), row.fair());
        return Text.of("好 " + good + "，中 " + fair, "good " + good + ", fair " + fair);
    }

    private static String limit(ServiceKpi kpi, OptionalDouble limit) {
        double value = limit.orElseThrow();
        return switch (kpi.unit()) {
            case SHARE ->
                Format.plain(BigDecimal.valueOf(value).movePointRight(2).doubleValue()) + " %";
            case MS -> Format.plain(value) + " ms";
            case PER_HOUR -> Format.plain(value) + " /h";
            case MOS -> Format.plain(value);
            case MBIT_S -> Format.plain(value) + " Mbit/s";
        };
    }
}
