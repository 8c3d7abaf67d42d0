package org.signalup.web.internal.sample;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.signalup.evaluate.ResultTables;
import org.signalup.web.internal.site.Paging;
import org.signalup.web.internal.site.SqlWhere;

/**
 * Samples behind targets.
 *
 * @param table {@code match} for coverage samples, {@code test_match} for tests
 * @param where conditions over it as {@code m}
 * @param targets the target of a number
 */
record SampleQuery(ResultTables tables, String table, SqlWhere where, IntFunction<Target> targets) {
    private static final String ORDER = " ORDER BY s.local_s, s.operator, m.tid, s.file_no, s.row_no";

    long count() {
        return tables.has(table)
                ? tables.number("SELECT COUNT(*) FROM " + table + " AS m" + where.sql(), where.values())
                : 0;
    }

    /** In order of time. */
    List<Sample> list(Paging paging) {
        return tables.has(table)
                ? tables.list(
                        sql() + " LIMIT ? OFFSET ?",
                        row -> Sample.of(row, targets),
                        where.values(paging.size(), paging.offset()))
                : List.of();
    }

    void forEach(Consumer<Sample> consumer) {
        if (tables.has(table)) {
            tables.forEach(sql(), row -> consumer.accept(Sample.of(row, targets)), where.values());
        }
    }

    private String sql() {
        return "SELECT " + Sample.COLUMNS + " FROM (SELECT * FROM " + table + " AS m" + where.sql()
                + ") AS m JOIN sample AS s ON m.file_no = s.file_no AND m.row_no = s.row_no LEFT JOIN sample_file AS f ON"
                + " s.file_no = f.file_no" + ORDER;
    }
}
