package org.signalup.web.internal.disagree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultTables;
import org.signalup.web.internal.site.SqlWhere;

/**
 * A target that sources differ about, with what each says alone.
 *
 * @param name of the key point; for a bin that of its line
 * @param pointId empty for a bin
 * @param fromM where a bin begins, {@code toM} where it ends; empty for a key point
 * @param stands whose result stands; empty when the standard states no order
 */
record Differing(
        String object,
        String objectId,
        String name,
        String pointId,
        OptionalDouble fromM,
        OptionalDouble toM,
        String operator,
        TestMode mode,
        boolean byVerdict,
        boolean byInterval,
        Optional<Source> stands,
        List<Alone> sources) {
    /** What one source says. */
    record Alone(
            Source source,
            long samples,
            double share,
            double low,
            double high,
            long clusters,
            Verdict verdict,
            Optional<Evidence> evidence) {}

    /** Sources there are: no target has more rows. */
    private static final int MOST_SOURCES = Source.values().length;

    private static final String SQL = """
            SELECT d.object, d.object_id, COALESCE(p.name, l.name, d.object_id), d.point_id, d.from_m, d.to_m, d.operator,
              d.test_mode, d.differ, d.stands, d.source, d.samples, d.share, d.share_low, d.share_high, d.clusters, d.verdict, d.evidence
            FROM source_disagreements AS d LEFT JOIN ledger_point AS p ON d.point_id = p.point_id
            LEFT JOIN ledger_line AS l ON d.object = 'LINE' AND d.object_id = l.line_id""";

    /** Key points of places first, then what lies along lines; no more than so many targets. */
    static List<Differing> list(ResultTables tables, SqlWhere where, int most) {
        List<Differing> targets = new ArrayList<>();
        tables.forEach(
                SQL + where.sql()
                        + " ORDER BY d.object DESC, d.object_id, CASE WHEN d.point_id = '' THEN 1 ELSE 0 END, d.point_id, d.bin, d.operator, d.test_mode, d.source"
                        + " LIMIT " + most * MOST_SOURCES,
                row -> add(targets, row),
                where.values());
        return targets.size() > most ? List.copyOf(targets.subList(0, most)) : targets;
    }

    private static void add(List<Differing> targets, Row row) {
        Differing one = of(row);
        if (targets.isEmpty() || !one.sameTarget(targets.get(targets.size() - 1))) {
            targets.add(one);
        }
        targets.get(targets.size() - 1)
                .sources
                .add(new Alone(
                        Coded.find(Source.class, row.text(10)).orElseThrow(),
                        row.getLong(11),
                        row.getDouble(12),
                        row.getDouble(13),
                        row.getDouble(14),
                        row.getLong(15),
                        Coded.find(Verdict.class, row.text(16)).orElseThrow(),
                        row.findText(17).flatMap(code -> Coded.find(Evidence.class, code))));
    }

    private static Differing of(Row row) {
        List<String> differ = List.of(row.text(8).split(";"));
        return new Differing(
                row.text(0),
                row.text(1),
                row.text(2),
                row.findText(3).orElse(""),
                row.findDouble(4),
                row.findDouble(5),
                row.text(6),
                Coded.find(TestMode.class, row.text(7)).orElseThrow(),
                differ.contains("VERDICT"),
                differ.contains("INTERVAL"),
                row.findText(9).flatMap(code -> Coded.find(Source.class, code)),
                new ArrayList<>());
    }

    private boolean sameTarget(Differing other) {
        return objectId.equals(other.objectId)
                && pointId.equals(other.pointId)
                && fromM.equals(other.fromM)
                && operator.equals(other.operator)
                && mode == other.mode;
    }

    public boolean ofLine() {
        return object.equals("LINE");
    }
}
