package org.signalup.web.internal.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultTables;
import org.signalup.web.internal.site.BeforeAfter;
import org.signalup.web.internal.site.Counts;

/** Places counted in both evaluations, by one word of theirs. */
final class Sides {
    /** {@code %1$s} is empty or {@code other_}; the word is a column of ours, never a reader's. */
    private static final String SQL = """
            SELECT word, verdict, evidence, COUNT(*) AS n FROM (
              SELECT %2$s AS word, p.verdict, COALESCE(p.evidence, '') AS evidence
              FROM %1$splaces AS p JOIN %1$sledger_place AS l ON p.place_id = l.place_id
              WHERE (? = '' OR p.operator = ?) AND substring(l.division_code, 1, ?) = ?) AS w
            GROUP BY word, verdict, evidence""";

    private final ResultTables tables;
    private final String region;

    Sides(ResultTables tables, String region) {
        this.tables = tables;
        this.region = region;
    }

    /** By operator, {@code ALL} among them. */
    Map<String, BeforeAfter> byOperator() {
        return by("p.operator", "");
    }

    Map<String, BeforeAfter> byScenario(String operator) {
        return by("l.scenario", operator);
    }

    /** By the region directly below. */
    Map<String, BeforeAfter> byRegion(String operator, int letters) {
        return by("substring(l.division_code, 1, " + letters + ")", operator);
    }

    private Map<String, BeforeAfter> by(String word, String operator) {
        Map<String, BeforeAfter> sums = new TreeMap<>();
        for (boolean after : List.of(false, true)) {
            tables.forEach(
                    SQL.formatted(after ? "" : "other_", word),
                    row -> {
                        Counts counts = Counts.of(
                                Coded.find(Verdict.class, row.text(1)).orElseThrow(),
                                Coded.find(Evidence.class, row.text(2)).orElse(Evidence.C),
                                row.getDouble(3));
                        sums.merge(
                                row.text(0),
                                after ? new BeforeAfter(Counts.NONE, counts) : new BeforeAfter(counts, Counts.NONE),
                                BeforeAfter::plus);
                    },
                    operator,
                    operator,
                    region.length(),
                    region);
        }
        return sums;
    }
}
