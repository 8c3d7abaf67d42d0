package org.signalup.web.internal.line;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.signalup.domain.Rat;
import org.signalup.domain.Verdict;

/** A lane as a table, columns joined to rows; its numbers are those drawn. */
public record LaneTable(String operator, List<Piece> pieces) {
    private static final int MOST_ROWS = 60;

    /** Least and greatest of the medians drawn; dBm, dB. */
    public record Range(OptionalDouble least, OptionalDouble greatest) {}

    /** Some neighbouring columns. */
    public record Piece(
            double fromM, double toM, Map<Verdict, Double> lengthsM, Range rsrp, Range sinr, long samples, long dead) {}

    static LaneTable of(Lane lane, Window window) {
        int step = (lane.columns() + MOST_ROWS - 1) / MOST_ROWS;
        List<Piece> pieces = new ArrayList<>();
        for (int first = 0; first < lane.columns(); first += step) {
            pieces.add(piece(lane, window, first, Math.min(lane.columns(), first + step)));
        }
        return new LaneTable(lane.operator(), pieces);
    }

    private static Piece piece(Lane lane, Window window, int first, int end) {
        Map<Verdict, Double> lengths = new EnumMap<>(Verdict.class);
        List<Lane.Level> levels = new ArrayList<>();
        long dead = 0;
        for (int column = first; column < end; column++) {
            lane.lengths(column).forEach((verdict, metres) -> lengths.merge(verdict, metres, Double::sum));
            for (Rat rat : List.of(Rat.G5, Rat.G4)) {
                Lane.Level level = lane.levels(rat).get(column);
                if (level != null) {
                    levels.add(level);
                }
            }
            dead += lane.dead().getOrDefault(column, 0L);
        }
        return new Piece(
                window.startOf(first),
                window.startOf(end),
                lengths,
                new Range(
                        levels.stream().mapToDouble(Lane.Level::rsrpDbm).min(),
                        levels.stream().mapToDouble(Lane.Level::rsrpDbm).max()),
                new Range(
                        levels.stream().mapToDouble(Lane.Level::sinrDb).min(),
                        levels.stream().mapToDouble(Lane.Level::sinrDb).max()),
                levels.stream().mapToLong(Lane.Level::samples).sum(),
                dead);
    }
}
