package org.signalup.ledger.internal.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.Line;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.read.LineFeatures.LineRow;

/** The length a line is said to have against its geometry. */
public final class LineChecks {
    /**
     * Drawn lines are shorter than built ones by generalisation and holes: two real drawings of 京沪高铁 differ from its
     * 1 318 km by +0.6 % and −1.9 %. Twice that and more is asked about.
     */
    private static final double LENGTH_TOLERANCE = 0.05;

    private LineChecks() {}

    public static void check(List<LineRow> rows, Findings findings) {
        for (LineRow row : rows) {
            LineGeometry geometry = row.line().geometry();
            double kept = geometry.lengthMm() / 1e6;
            double leftOut = geometry.leftOut().stream()
                            .mapToLong(LineGeometry.Part::lengthMm)
                            .sum()
                    / 1e6;
            if (leftOut > 0) {
                findings.warn(
                        at(row, "geometry", ""),
                        "PARALLEL_LEFT_OUT",
                        row.line().id() + "：几何总长 " + km(kept + leftOut) + " km，其中 "
                                + geometry.leftOut().size() + " 段共 " + km(leftOut) + " km 与前面的线并行（第二股道），不计；线路长 "
                                + km(kept) + " km",
                        row.line().id() + ": the geometry sums to " + km(kept + leftOut) + " km, of which "
                                + geometry.leftOut().size() + " parts, " + km(leftOut)
                                + " km, run beside earlier ones (second track) and are left out; the line has "
                                + km(kept)
                                + " km");
            }
            row.line().declaredLengthKm().ifPresent(declared -> length(row, declared, kept, kept + leftOut, findings));
        }
    }

    private static void length(LineRow row, double declared, double kept, double all, Findings findings) {
        if (near(declared, kept)) {
            return;
        }
        if (near(declared, all)) {
            findings.warn(
                    at(row, "length_km", String.valueOf(declared)),
                    "LENGTH_SUMS_TRACKS",
                    row.line().id() + "：length_km 把并行的两股道都加上了，是 " + km(kept) + " km 的 " + times(declared / kept) + " 倍",
                    row.line().id() + ": length_km sums parallel tracks; it is " + times(declared / kept)
                            + " times the " + km(kept) + " km of the line");
            return;
        }
        findings.warn(
                at(row, "length_km", String.valueOf(declared)),
                "LENGTH_DIFFERS",
                row.line().id() + "：length_km " + km(declared) + " 与几何长度 " + km(kept) + " km 相差 "
                        + percent(declared / kept - 1) + "（应为：5 % 以内）",
                row.line().id() + ": length_km " + km(declared) + " differs from the geometry, " + km(kept) + " km, by "
                        + percent(declared / kept - 1) + " (expected: within 5 %)");
    }

    /** Divisions a line names but nobody knows. */
    public static void divisions(List<LineRow> rows, Set<String> known, Findings findings) {
        for (LineRow row : rows) {
            for (Line.Section section : row.line().sections()) {
                String code = section.divisionCode();
                if (!code.isEmpty() && !known.contains(code)) {
                    findings.warn(
                            at(row, "division_code", code),
                            "DIVISION_UNKNOWN",
                            "行政区划代码不在 divisions 表里",
                            "the division is not in the divisions table");
                }
            }
        }
    }

    private static Findings.Spot at(LineRow row, String column, String value) {
        Findings.Spot spot = row.spot();
        return new Findings.Spot(spot.file(), spot.row(), spot.column() + "." + column, value);
    }

    private static boolean near(double declared, double measured) {
        return Math.abs(declared - measured) <= LENGTH_TOLERANCE * measured;
    }

    private static String km(double km) {
        return String.format(Locale.ROOT, "%.1f", km);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", share * 100);
    }
}
