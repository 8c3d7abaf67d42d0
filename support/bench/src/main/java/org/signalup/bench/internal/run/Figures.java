package org.signalup.bench.internal.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers of one case, by name, in the order they were taken. A process hands them to the next as one line of text. */
final class Figures {
    private static final String MARK = "figures:";

    private final Map<String, Double> values = new LinkedHashMap<>();

    Figures put(String name, double value) {
        values.put(name, value);
        return this;
    }

    Figures put(String name, long value) {
        return put(name, (double) value);
    }

    /** Adds to what is there. */
    void add(String name, double value) {
        values.merge(name, value, Double::sum);
    }

    double get(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String line() {
        return MARK
                + values.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(";"));
    }

    static boolean isLine(String text) {
        return text.startsWith(MARK);
    }

    static Figures ofLine(String text) {
        Figures figures = new Figures();
        for (String pair : text.substring(MARK.length()).split(";")) {
            int equals = pair.indexOf('=');
            figures.put(pair.substring(0, equals), Double.parseDouble(pair.substring(equals + 1)));
        }
        return figures;
    }

    String json() {
        return values.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\": " + number(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null";
    }
}
