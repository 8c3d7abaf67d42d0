package org.signalup.web.internal.result;

import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultTables;
import org.signalup.web.internal.site.SqlWhere;

/** What would change verdicts: rows of the plan. */
public final class Needs {
    private static final String COLUMNS =
            "SELECT target, operator, rat, verdict, evidence, visits_for_b, visits_for_a, reason FROM plan";

    private Needs() {}

    /** The rows that {@code where} selects. */
    public static List<PlanRow> list(ResultTables tables, SqlWhere where) {
        return tables.list(
                COLUMNS + where.sql() + " ORDER BY target, operator, rat",
                row -> new PlanRow(
                        row.text(0),
                        row.text(1),
                        Coded.find(RatRow.class, row.text(2)).orElseThrow(),
                        Coded.find(Verdict.class, row.text(3)).orElseThrow(),
                        row.findText(4).flatMap(code -> Coded.find(Evidence.class, code)),
                        row.findInt(5),
                        row.findInt(6),
                        row.text(7)),
                where.values());
    }
}
