package org.signalup.evaluate.internal.reach;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.Summary;

/** A summary as far as somebody sees the evaluation: objects and verdicts are counted anew, raw inputs are not named. */
public final class SeenSummary {
    private SeenSummary() {}

    public static Summary of(Summary whole, ResultTables seen) {
        return new Summary(
                whole.programme(),
                whole.standard(),
                whole.standardName(),
                whole.standardStatus(),
                whole.year(),
                whole.from(),
                whole.to(),
                whole.asOf(),
                whole.firstSample(),
                whole.lastSample(),
                whole.read(),
                whole.kept(),
                whole.thinned(),
                whole.rejected(),
                whole.noSinr(),
                whole.outsidePeriod(),
                whole.matches(),
                whole.rejectedByCode(),
                whole.caught(),
                whole.defaulted(),
                List.of(),
                List.of(),
                List.of(),
                count(seen, "ledger_place"),
                count(seen, "ledger_point"),
                count(seen, "ledger_point WHERE tid IS NULL"),
                count(seen, "ledger_line"),
                places(seen, "verdict", ""),
                places(seen, "evidence", " WHERE verdict = 'PASS'"),
                whole.simulated(),
                whole.digests(),
                whole.withoutFilters(),
                whole.run());
    }

    private static int count(ResultTables seen, String rows) {
        return Math.toIntExact(seen.number("SELECT COUNT(*) FROM " + rows));
    }

    /** Places by operator and a word of theirs. */
    private static Map<String, Map<String, Integer>> places(ResultTables seen, String word, String where) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        seen.forEach(
                "SELECT operator, " + word + ", COUNT(*) FROM places" + where + " GROUP BY operator, " + word,
                row -> counts.computeIfAbsent(row.text(0), operator -> new TreeMap<>())
                        .put(row.text(1), (int) row.getLong(2)));
        return counts;
    }
}
