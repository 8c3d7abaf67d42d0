package org.signalup.web.internal.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Coded;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultTables;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.RowSamples;

/** Reads the lanes of a line: verdicts from its bins, medians from the samples behind them, column by column. */
final class Lanes {
    private final OpenEvaluation evaluation;
    private final String lineId;
    private final RatRow rat;
    private final Window window;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    Lanes(OpenEvaluation evaluation, String lineId, RatRow rat, Window window) {
        this.evaluation = evaluation;
        this.lineId = lineId;
        this.rat = rat;
        this.window = window;
    }

    /** One lane for each of these operators, in their order. */
    List<Lane> read(List<String> operators) {
        operators.forEach(operator -> lanes.put(operator, new Lane(operator, window.columns())));
        verdicts();
        levels();
        return new ArrayList<>(lanes.values());
    }

    private void verdicts() {
        evaluation
                .tables()
                .forEach(
                        """
                        SELECT operator, CAST(FLOOR(((from_m + to_m) / 2 - ?) / ?) AS INTEGER) AS col, verdict, SUM(to_m - from_m)
                        FROM bins WHERE line_id = ? AND rat = ? AND to_m > ? AND from_m < ? GROUP BY operator, col, verdict""",
                        row -> {
                            Lane lane = lanes.get(row.text(0));
                            if (lane != null) {
                                lane.length(
                                        row.getInt(1),
                                        Coded.find(Verdict.class, row.text(2)).orElseThrow(),
                                        row.getDouble(3));
                            }
                        },
                        window.fromM(),
                        window.columnM(),
                        lineId,
                        rat.code(),
                        window.fromM(),
                        window.toM());
    }

    private void levels() {
        ResultTables tables = evaluation.tables();
        tables.find(
                        "SELECT MIN(tid), MAX(tid) FROM ledger_bin WHERE line_id = ? AND to_m > ? AND from_m < ?",
                        row -> row.isNull(0) ? null : new int[] {row.getInt(0), row.getInt(1)},
                        lineId,
                        window.fromM(),
                        window.toM())
                .ifPresent(this::levels);
    }

    /** Bins of a line have neighbouring target numbers, and matches are sorted by them: only its own are read. */
    private void levels(int[] tids) {
        evaluation
                .tables()
                .forEach(
                        """
                        SELECT m.operator, m.rat, CAST(FLOOR(((b.from_m + b.to_m) / 2 - ?) / ?) AS INTEGER) AS col,
                          MEDIAN(m.rsrp_mdbm), MEDIAN(m.sinr_mdb), COUNT(*)
                        FROM match AS m JOIN ledger_bin AS b ON m.tid = b.tid
                        WHERE m.tid BETWEEN ? AND ? AND b.tid BETWEEN ? AND ? AND b.line_id = ? AND m.rat IN (0, 4, 5) AND %s
                        GROUP BY m.operator, m.rat, col""".formatted(mode()),
                        row -> {
                            Lane lane = lanes.get(row.text(0));
                            if (lane == null) {
                                return;
                            }
                            if (row.getInt(1) == Rat.NONE.number()) {
                                lane.dead(row.getInt(2), row.getLong(5));
                            } else if (!row.isNull(3) && !row.isNull(4)) {
                                lane.level(
                                        Coded.of(Rat.class, row.getInt(1)),
                                        row.getInt(2),
                                        new Lane.Level(
                                                row.getDouble(3) / 1000, row.getDouble(4) / 1000, row.getLong(5)));
                            }
                        },
                        window.fromM(),
                        window.columnM(),
                        tids[0],
                        tids[1],
                        tids[0],
                        tids[1],
                        lineId);
    }

    /** The samples behind the row; a level on 4G is no level of the row 5G. */
    private String mode() {
        String counted = RowSamples.sql(rat, "m");
        return rat == RatRow.G5 ? "m.rat <> 4 AND " + counted : counted;
    }
}
