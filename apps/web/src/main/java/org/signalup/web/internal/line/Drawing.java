package org.signalup.web.internal.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.publish.Format;
import org.signalup.standards.Standard.LineRule;

/**
 * A lane as paths of an SVG whose width is the number of columns: lines of RSRP and SINR, and the verdicts as areas. In a
 * column of several bins each verdict has the height of its share of the length.
 */
public record Drawing(
        String operator, int columns, List<Curve> rsrp, List<Curve> sinr, List<Area> verdicts, String dead) {
    /** Height of a panel in its own units. */
    public static final double HEIGHT = 100;

    static final double RSRP_TOP_DBM = -60;
    static final double RSRP_BOTTOM_DBM = -130;
    static final double SINR_TOP_DB = 30;
    static final double SINR_BOTTOM_DB = -15;

    private static final List<Verdict> ORDER = List.of(
            Verdict.FAIL, Verdict.RETEST, Verdict.TOO_FEW, Verdict.UNDECIDED, Verdict.NOT_MEASURED, Verdict.PASS);

    /**
     * One network's medians.
     *
     * @param limitY height of the limit, empty without one
     */
    public record Curve(Rat rat, String path, Optional<String> limitY) {}

    /** All of one verdict. */
    public record Area(Verdict verdict, String path) {}

    static Drawing of(Lane lane, RatRow row, LineRule rule) {
        List<Curve> rsrp = new ArrayList<>();
        List<Curve> sinr = new ArrayList<>();
        for (Rat rat : List.of(Rat.G5, Rat.G4)) {
            boolean shown = row == RatRow.ANY || row.number() == rat.number();
            if (shown && rule.limits().containsKey(rat)) {
                double rsrpLimit = rule.limits().get(rat).rsrpDbm();
                double sinrLimit = rule.limits().get(rat).sinrDb();
                rsrp.add(new Curve(
                        rat,
                        steps(lane.levels(rat), level -> rsrpY(level.rsrpDbm())),
                        Optional.of(Format.coordinate(rsrpY(rsrpLimit)))));
                sinr.add(new Curve(
                        rat,
                        steps(lane.levels(rat), level -> sinrY(level.sinrDb())),
                        Optional.of(Format.coordinate(sinrY(sinrLimit)))));
            }
        }
        return new Drawing(lane.operator(), lane.columns(), rsrp, sinr, areas(lane), ticks(lane));
    }

    private static double rsrpY(double dbm) {
        return y(dbm, RSRP_TOP_DBM, RSRP_BOTTOM_DBM);
    }

    private static double sinrY(double db) {
        return y(db, SINR_TOP_DB, SINR_BOTTOM_DB);
    }

    private static double y(double value, double top, double bottom) {
        return Math.max(0, Math.min(HEIGHT, (top - value) * HEIGHT / (top - bottom)));
    }

    /** A line of steps; a column without samples interrupts it. */
    private static String steps(Map<Integer, Lane.Level> levels, ToDoubleFunction<Lane.Level> height) {
        StringBuilder path = new StringBuilder();
        int next = -1;
        for (Map.Entry<Integer, Lane.Level> entry : levels.entrySet()) {
            String y = Format.coordinate(height.applyAsDouble(entry.getValue()));
            path.append(entry.getKey() == next ? "V" + y : "M" + entry.getKey() + " " + y)
                    .append("h1");
            next = entry.getKey() + 1;
        }
        return path.toString();
    }

    private static String ticks(Lane lane) {
        StringBuilder path = new StringBuilder();
        lane.dead().keySet().forEach(column -> path.append("M").append(column).append(" 92h1v8h-1z"));
        return path.toString();
    }

    private static List<Area> areas(Lane lane) {
        List<Area> areas = new ArrayList<>();
        for (Verdict verdict : ORDER) {
            StringBuilder path = new StringBuilder();
            for (int column = 0; column < lane.columns(); column++) {
                rectangle(path, lane, verdict, column);
            }
            if (!path.isEmpty()) {
                areas.add(new Area(verdict, path.toString()));
            }
        }
        return areas;
    }

    private static void rectangle(StringBuilder path, Lane lane, Verdict verdict, int column) {
        Map<Verdict, Double> lengths = lane.lengths(column);
        double own = lengths.getOrDefault(verdict, 0.0);
        if (own <= 0) {
            return;
        }
        double total =
                lengths.values().stream().mapToDouble(Double::doubleValue).sum();
        double above = ORDER.subList(0, ORDER.indexOf(verdict)).stream()
                .mapToDouble(other -> lengths.getOrDefault(other, 0.0))
                .sum();
        path.append("M")
                .append(column)
                .append(" ")
                .append(Format.coordinate(above * HEIGHT / total))
                .append("h1v")
                .append(Format.coordinate(own * HEIGHT / total))
                .append("h-1z");
    }
}
