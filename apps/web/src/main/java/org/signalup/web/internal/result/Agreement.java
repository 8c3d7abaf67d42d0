package org.signalup.web.internal.result;

import java.util.Arrays;
import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultTables;
import org.signalup.publish.Words;

/**
 * 来源对照: how often some sources agree about targets of one kind, measured in one mode.
 *
 * @param object PLACE or LINE with its id; both empty for all of them together
 * @param operator empty for all of them together
 * @param unit POINT or BIN
 */
public record Agreement(
        String object,
        String objectId,
        String name,
        String operator,
        String unit,
        TestMode mode,
        List<Source> sources,
        long compared,
        long agreeing,
        long verdictsDiffer,
        long intervalsApart) {
    private static final String TABLE = "source_agreement";
    private static final String SUMS = ", CAST(SUM(compared) AS BIGINT), CAST(SUM(agreeing) AS BIGINT),"
            + " CAST(SUM(verdicts_differ) AS BIGINT), CAST(SUM(intervals_apart) AS BIGINT) FROM " + TABLE;

    /** Whether the evaluation compared sources; those made before do not have the table. */
    public static boolean knownIn(ResultTables tables) {
        return tables.has(TABLE);
    }

    /** What was compared at one place or line, operator by operator. */
    public static List<Agreement> list(ResultTables tables, String object, String id) {
        return read(
                tables,
                "SELECT object, object_id, '' AS name, operator, unit, test_mode, sources" + SUMS
                        + " WHERE object = ? AND object_id = ? GROUP BY object, object_id, operator, unit, test_mode, sources"
                        + " ORDER BY operator, unit DESC, test_mode, sources",
                object,
                id);
    }

    /** What was compared altogether, by kind of target, mode and sources. */
    public static List<Agreement> together(ResultTables tables) {
        return read(
                tables,
                "SELECT '' AS object, '' AS object_id, '' AS name, '' AS operator, unit, test_mode, sources" + SUMS
                        + " GROUP BY unit, test_mode, sources ORDER BY unit DESC, test_mode, 8 DESC, sources");
    }

    /** Places and lines where sources differ about most targets. */
    public static List<Agreement> worst(ResultTables tables, int most) {
        return read(
                tables,
                "SELECT a.object, a.object_id, COALESCE(p.name, l.name, a.object_id) AS name, a.operator, a.unit, a.test_mode,"
                        + " a.sources, a.compared, a.agreeing, a.verdicts_differ, a.intervals_apart FROM " + TABLE
                        + " AS a LEFT JOIN ledger_place AS p ON a.object = 'PLACE' AND a.object_id = p.place_id LEFT JOIN ledger_line"
                        + " AS l ON a.object = 'LINE' AND a.object_id = l.line_id WHERE a.compared > a.agreeing"
                        + " ORDER BY a.compared - a.agreeing DESC, a.object, a.object_id, a.operator, a.unit, a.test_mode, a.sources"
                        + " LIMIT " + most);
    }

    private static List<Agreement> read(ResultTables tables, String sql, Object... values) {
        if (!knownIn(tables)) {
            return List.of();
        }
        return tables.list(
                sql,
                row -> new Agreement(
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        Coded.find(TestMode.class, row.text(5)).orElseThrow(),
                        Arrays.stream(row.text(6).split(";"))
                                .map(code -> Coded.find(Source.class, code).orElseThrow())
                                .toList(),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10)),
                values);
    }

    public long differing() {
        return compared - agreeing;
    }

    public Text unitName() {
        return Words.unitOfTarget(unit);
    }
}
