package org.signalup.intake.internal.draft;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.domain.Text;
import org.signalup.intake.Confidence;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.SampleColumn.Unit;
import org.signalup.intake.internal.row.Scale;

/** The unit of a column: written in its heading, else by the size of what stands there. */
record UnitGuess(String unit, Confidence confidence, Text reason) {
    private static final Pattern IN_HEADING = Pattern.compile(
            "(?i)([kmg]?bit/?s|[kmg]?bps|[kmg]?b/s|kbit|mbit|m/s|mps|km/?h|(?<![a-z])ms(?![a-z])|(?<=[_( ])s(?=[) ]|$))");
    /** Median rates of mobile tests lie below a few Gbit/s and above some hundred kbit/s. */
    private static final double MOST_MBIT_S = 3_000;

    private static final double MOST_KBIT_S = 5_000_000;

    static Optional<UnitGuess> of(SampleColumn target, String heading, List<String> values) {
        if (target.unit() == Unit.NONE || target.unit() == Unit.COUNT || target.unit() == Unit.LEVEL) {
            return Optional.empty();
        }
        Matcher matcher = IN_HEADING.matcher(heading);
        while (matcher.find()) {
            Optional<String> unit = known(target.unit(), matcher.group(1));
            if (unit.isPresent()) {
                return Optional.of(new UnitGuess(
                        unit.get(),
                        Confidence.HIGH,
                        Text.of("单位 " + unit.get() + " 写在表头里", "unit " + unit.get() + " stands in the heading")));
            }
        }
        return target.unit() == Unit.MBIT_S ? bySize(values) : Optional.empty();
    }

    /** The word as profiles write it. */
    private static Optional<String> known(Unit kind, String written) {
        String unit = switch (written) {
            case "kbit", "Kbit" -> "kbit/s";
            case "mbit", "Mbit" -> "Mbit/s";
            case "mps" -> "m/s";
            default -> written.matches("(?i)[kmg]?bits") ? written.replaceAll("(?i)s$", "/s") : written;
        };
        return Scale.of(kind, unit).map(scale -> unit);
    }

    private static Optional<UnitGuess> bySize(List<String> values) {
        OptionalDouble median = median(values);
        if (median.isEmpty()) {
            return Optional.empty();
        }
        double size = median.getAsDouble();
        String unit = size <= MOST_MBIT_S ? "Mbit/s" : size <= MOST_KBIT_S ? "kbit/s" : "bit/s";
        return Optional.of(new UnitGuess(
                unit,
                Confidence.LOW,
                Text.of(
                        "表头没有单位，中位数 " + Math.round(size) + "，猜为 " + unit,
                        "no unit in the heading; the median " + Math.round(size) + " suggests " + unit)));
    }

    static OptionalDouble median(List<String> values) {
        double[] numbers = values.stream()
                .filter(value -> value.matches("-?\\d{1,15}(\\.\\d+)?"))
                .mapToDouble(Double::parseDouble)
                .filter(number -> number > 0)
                .sorted()
                .toArray();
        return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[numbers.length / 2]);
    }
}
