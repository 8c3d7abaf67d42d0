package org.signalup.intake.internal.row;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.signalup.intake.SampleColumn.Unit;

/**
 * How a number in a file becomes the stored integer: value · 10^digits · times / by. The stored units are those of
 * {@link org.signalup.intake.SampleSchema}.
 */
public record Scale(int digits, long times, long by) {
    private static final Scale ONE = new Scale(0, 1, 1);
    private static final Scale THOUSAND = new Scale(3, 1, 1);
    private static final int RATIO_DIGITS = 6;
    private static final long RATIO = 1_000_000;

    private static final Map<String, Scale> LENGTHS = Map.of(
            "m",
            THOUSAND,
            "米",
            THOUSAND,
            "km",
            new Scale(6, 1, 1),
            "公里",
            new Scale(6, 1, 1),
            "千米",
            new Scale(6, 1, 1),
            "cm",
            new Scale(1, 1, 1),
            "mm",
            ONE);
    private static final Map<String, Scale> LEVELS = Map.of("dbm", THOUSAND, "db", THOUSAND, "分", THOUSAND);
    private static final Map<String, Scale> RATES = Map.ofEntries(
            Map.entry("kbps", ONE),
            Map.entry("kb/s", ONE),
            Map.entry("kbit/s", ONE),
            Map.entry("mbps", THOUSAND),
            Map.entry("mb/s", THOUSAND),
            Map.entry("mbit/s", THOUSAND),
            Map.entry("gbps", new Scale(6, 1, 1)),
            Map.entry("gbit/s", new Scale(6, 1, 1)),
            Map.entry("bps", new Scale(RATIO_DIGITS, 1, 1000 * RATIO)),
            Map.entry("bit/s", new Scale(RATIO_DIGITS, 1, 1000 * RATIO)));
    /** Bytes, told from bits by the capital B alone. */
    private static final Map<String, Scale> BYTE_RATES = Map.of(
            "B/s", new Scale(RATIO_DIGITS, 8, 1000 * RATIO),
            "Bps", new Scale(RATIO_DIGITS, 8, 1000 * RATIO),
            "KB/s", new Scale(RATIO_DIGITS, 8, RATIO),
            "kB/s", new Scale(RATIO_DIGITS, 8, RATIO),
            "MB/s", new Scale(RATIO_DIGITS, 8000, RATIO),
            "KBps", new Scale(RATIO_DIGITS, 8, RATIO),
            "kBps", new Scale(RATIO_DIGITS, 8, RATIO),
            "MBps", new Scale(RATIO_DIGITS, 8000, RATIO));

    private static final Map<String, Scale> TIMES = Map.of(
            "ms",
            THOUSAND,
            "毫秒",
            THOUSAND,
            "s",
            new Scale(6, 1, 1),
            "秒",
            new Scale(6, 1, 1),
            "us",
            ONE,
            "μs",
            ONE,
            "ns",
            new Scale(RATIO_DIGITS, 1, 1000 * RATIO),
            "min",
            new Scale(RATIO_DIGITS, 60, 1));
    private static final Map<String, Scale> RATIOS =
            Map.of("%", new Scale(4, 1, 1), "‰", THOUSAND, "1", new Scale(6, 1, 1));
    private static final Map<String, Scale> FREQUENCIES =
            Map.of("khz", ONE, "mhz", THOUSAND, "hz", new Scale(RATIO_DIGITS, 1, 1000 * RATIO));
    private static final Map<String, Scale> SPEEDS = Map.of(
            "km/h", new Scale(RATIO_DIGITS, 2500, 9 * RATIO),
            "kmh", new Scale(RATIO_DIGITS, 2500, 9 * RATIO),
            "公里/小时", new Scale(RATIO_DIGITS, 2500, 9 * RATIO),
            "m/s", THOUSAND,
            "米/秒", THOUSAND);

    /** The scale of a column whose heading names {@code unit}; empty when the unit is none of that kind. */
    public static Optional<Scale> of(Unit kind, String unit) {
        if (kind == Unit.MBIT_S && BYTE_RATES.containsKey(unit)) {
            return Optional.of(BYTE_RATES.get(unit));
        }
        return Optional.ofNullable(known(kind).get(unit.toLowerCase(Locale.ROOT)));
    }

    /** The units a column of that kind may have, for people to choose from. */
    public static SortedSet<String> units(Unit kind) {
        SortedSet<String> units = new TreeSet<>(known(kind).keySet());
        if (kind == Unit.MBIT_S) {
            units.addAll(BYTE_RATES.keySet());
        }
        return units;
    }

    /** The scale of a column whose heading names no unit. */
    public static Scale usual(Unit kind) {
        return switch (kind) {
            case NONE, COUNT -> ONE;
            case METRE -> LENGTHS.get("m");
            case LEVEL -> THOUSAND;
            case MBIT_S -> RATES.get("mbit/s");
            case MILLISECOND -> TIMES.get("ms");
            case PERCENT -> RATIOS.get("%");
            case KM_H -> SPEEDS.get("km/h");
            case MEGAHERTZ -> FREQUENCIES.get("mhz");
        };
    }

    private static Map<String, Scale> known(Unit kind) {
        return switch (kind) {
            case NONE, COUNT -> Map.of();
            case METRE -> LENGTHS;
            case LEVEL -> LEVELS;
            case MBIT_S -> RATES;
            case MILLISECOND -> TIMES;
            case PERCENT -> RATIOS;
            case KM_H -> SPEEDS;
            case MEGAHERTZ -> FREQUENCIES;
        };
    }

    /** Parses a cell; {@link Decimals#INVALID} when it is no finite number. */
    long parse(byte[] bytes, int start, int end) {
        long value = Decimals.parse(bytes, start, end, digits);
        if (times == by || value == Decimals.INVALID) {
            return value;
        }
        if (Math.abs(value) > Long.MAX_VALUE / times / 2) {
            return Decimals.INVALID;
        }
        long scaled = value * times;
        return (scaled >= 0 ? scaled + by / 2 : scaled - by / 2) / by;
    }
}
