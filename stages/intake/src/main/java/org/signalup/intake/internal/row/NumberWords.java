package org.signalup.intake.internal.row;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.intake.SampleColumn.Unit;

/** Cells of a number column that are no plain numbers: words a profile explains, and numbers with their unit behind them. */
final class NumberWords {
    private static final Pattern WITH_UNIT = Pattern.compile("([-+]?[\\d.]+) ?(\\D.*)");

    private final Map<String, String> values;
    private final Scale scale;
    private final Unit unit;
    private final ByteDictionary<Long> known = new ByteDictionary<>(this::mean);

    NumberWords(CellRule rule) {
        this.values = rule.values();
        this.scale = rule.scale();
        this.unit = rule.column().unit();
    }

    /** The stored number, {@link SampleRow#MISSING}, or {@link Decimals#INVALID}. */
    long read(byte[] bytes, int start, int end) {
        return known.get(bytes, start, end);
    }

    private long mean(String text) {
        String own = values.get(text.toUpperCase(Locale.ROOT));
        if (own != null) {
            return parse(own, scale);
        }
        Matcher matcher = WITH_UNIT.matcher(text);
        Optional<Scale> named =
                matcher.matches() ? Scale.of(unit, matcher.group(2).strip()) : Optional.empty();
        if (named.isPresent()) {
            return parse(matcher.group(1), named.get());
        }
        String other = values.get(CellRule.ANY_OTHER);
        return other == null ? Decimals.INVALID : parse(other, scale);
    }

    private static long parse(String text, Scale scale) {
        if (Missing.word(text)) {
            return SampleRow.MISSING;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return scale.parse(bytes, 0, bytes.length);
    }
}
