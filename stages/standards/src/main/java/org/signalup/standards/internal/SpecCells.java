package org.signalup.standards.internal;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.signalup.domain.Coded;

/** An answer as cells: the names are those of the contract files, {@code shareLow} reads {@code share_low}. */
final class SpecCells {
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private SpecCells() {}

    static Set<String> keys(Class<?> answer) {
        Set<String> keys = new LinkedHashSet<>();
        for (RecordComponent component : answer.getRecordComponents()) {
            keys.add(key(component));
        }
        return keys;
    }

    static Map<String, String> of(Record answer) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (RecordComponent component : answer.getClass().getRecordComponents()) {
            try {
                cells.put(key(component), text(component.getAccessor().invoke(answer)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("accessor of a public record: " + component.getName(), e);
            }
        }
        return cells;
    }

    /** Whether a cell is as expected: numbers to the decimals written, lists in any order, else letter by letter. */
    static boolean same(String expected, String actual) {
        if (NUMBER.matcher(expected).matches() && NUMBER.matcher(actual).matches()) {
            BigDecimal wanted = new BigDecimal(expected);
            BigDecimal half = BigDecimal.valueOf(500_001, wanted.scale() + 6);
            return new BigDecimal(actual).subtract(wanted).abs().compareTo(half) <= 0;
        }
        return set(expected).equals(set(actual));
    }

    private static Set<String> set(String list) {
        return new TreeSet<>(Arrays.asList(list.split(";")));
    }

    private static String key(RecordComponent component) {
        return CAPITAL.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(SpecCells::text).orElse("");
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? plain(optional.getAsDouble()) : "";
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? String.valueOf(optional.getAsLong()) : "";
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? String.valueOf(optional.getAsInt()) : "";
        }
        if (value instanceof Set<?> set) {
            return String.join(
                    ";", new TreeSet<>(set.stream().map(SpecCells::text).toList()));
        }
        if (value instanceof Double number) {
            return plain(number);
        }
        return value instanceof Coded coded ? coded.code() : String.valueOf(value);
    }

    private static String plain(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : String.valueOf(number);
    }
}
