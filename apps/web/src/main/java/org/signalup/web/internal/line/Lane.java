package org.signalup.web.internal.line;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.domain.Rat;
import org.signalup.domain.Verdict;

/** One operator along a window, column by column. */
public final class Lane {
    private final String operator;
    private final int columns;
    private final Map<Integer, Map<Verdict, Double>> lengths = new TreeMap<>();
    private final Map<Rat, Map<Integer, Level>> levels = new EnumMap<>(Rat.class);
    private final Map<Integer, Long> dead = new TreeMap<>();

    /** Medians of a column on one network; dBm, dB. */
    record Level(double rsrpDbm, double sinrDb, long samples) {}

    Lane(String operator, int columns) {
        this.operator = operator;
        this.columns = columns;
    }

    void length(int column, Verdict verdict, double metres) {
        lengths.computeIfAbsent(clip(column), unused -> new EnumMap<>(Verdict.class))
                .merge(verdict, metres, Double::sum);
    }

    void level(Rat rat, int column, Level level) {
        levels.computeIfAbsent(rat, unused -> new TreeMap<>()).put(clip(column), level);
    }

    void dead(int column, long samples) {
        dead.merge(clip(column), samples, Long::sum);
    }

    private int clip(int column) {
        return Math.max(0, Math.min(columns - 1, column));
    }

    public String operator() {
        return operator;
    }

    Map<Verdict, Double> lengths(int column) {
        return lengths.getOrDefault(column, Map.of());
    }

    Map<Integer, Level> levels(Rat rat) {
        return levels.getOrDefault(rat, Map.of());
    }

    Map<Integer, Long> dead() {
        return dead;
    }

    int columns() {
        return columns;
    }
}
