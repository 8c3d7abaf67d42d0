package org.signalup.ledger.internal.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Small closed vocabularies. */
public final class Words {
    private static final Set<String> YES = Set.of("是", "true", "1", "y", "yes", "室内", "indoor");
    private static final Set<String> NO = Set.of("否", "false", "0", "n", "no", "室外", "outdoor");
    private static final Pattern SEPARATOR = Pattern.compile("[;；、]");

    private Words() {}

    public static Optional<Boolean> yesNo(String text) {
        String key = text.strip().toLowerCase(Locale.ROOT);
        return YES.contains(key) ? Optional.of(true) : NO.contains(key) ? Optional.of(false) : Optional.empty();
    }

    /** Several values in one cell, in order, each once. */
    public static List<String> split(String text) {
        return Arrays.stream(SEPARATOR.split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
