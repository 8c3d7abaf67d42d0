package org.signalup.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells two files of lines apart in a way a person can use. */
public final class Differences {
    private static final int SHOWN = 12;

    private Differences() {}

    /** Empty when both are equal; else the header, the first lines only one of them has, and how many there are. */
    public static String between(List<String> expected, List<String> actual) {
        if (expected.equals(actual)) {
            return "";
        }
        List<String> missing = without(expected, actual);
        List<String> extra = without(actual, expected);
        StringBuilder text = new StringBuilder();
        text.append(missing.size()).append(" lines only in the reference, ");
        text.append(extra.size()).append(" only in the result").append('\n');
        text.append("  ").append(expected.isEmpty() ? "" : expected.get(0)).append('\n');
        missing.stream()
                .limit(SHOWN)
                .forEach(line -> text.append("- ").append(line).append('\n'));
        extra.stream()
                .limit(SHOWN)
                .forEach(line -> text.append("+ ").append(line).append('\n'));
        if (missing.isEmpty() && extra.isEmpty()) {
            text.append("same lines in another order, or repeated\n");
        }
        return text.toString();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = new HashSet<>(others);
        List<String> rest = new ArrayList<>();
        for (String line : lines) {
            if (!known.contains(line)) {
                rest.add(line);
            }
        }
        return rest;
    }
}
