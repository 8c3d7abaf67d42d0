package org.signalup.web.internal.result;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Service;
import org.signalup.domain.TestMode;
import org.signalup.evaluate.ResultTables;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.web.internal.site.SqlWhere;

/**
 * Sessions of one service by one operator at a place or on a line, each counted once.
 *
 * @param grade what the standard asks for; empty where it judges no such service
 */
public record Sessions(
        String operator,
        Service service,
        long tries,
        long ok,
        long failed,
        long dropped,
        Optional<ServiceGrade> grade) {
    /** Free-mode sessions at the targets that {@code where} selects by {@code tid}. */
    public static List<Sessions> list(ResultTables tables, Standard standard, SqlWhere where) {
        if (!tables.has("test_match")) {
            return List.of();
        }
        where.and("service <> ?", Service.RATE.number())
                .and("outcome IS NOT NULL")
                .and("test_mode = ?", TestMode.FREE.number());
        return tables.list(
                "SELECT operator, service, COUNT(*), " + outcome(Outcome.OK) + ", " + outcome(Outcome.FAILED) + ", "
                        + outcome(Outcome.DROPPED)
                        + " FROM (SELECT DISTINCT file_no, row_no, operator, service, outcome FROM test_match"
                        + where.sql() + ") AS s GROUP BY operator, service ORDER BY service, operator",
                row -> {
                    Service service = Coded.of(Service.class, row.getInt(1));
                    return new Sessions(
                            row.text(0),
                            service,
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            Optional.ofNullable(standard.services().success().get(service)));
                },
                where.values());
    }

    private static String outcome(Outcome outcome) {
        return "CAST(SUM(CASE WHEN outcome = " + outcome.number() + " THEN 1 ELSE 0 END) AS BIGINT)";
    }

    public double success() {
        return (double) ok / tries;
    }
}
