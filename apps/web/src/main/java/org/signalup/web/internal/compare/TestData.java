package org.signalup.web.internal.compare;

import java.util.Set;

/** Rate and service tests, which stars rest on besides coverage: whose counts or means differ between two evaluations. */
final class TestData {
    private static final String RATES =
            "SELECT object_id, operator, rat, direction, method, tests, devices, mean FROM %srates WHERE object = ?";
    private static final String TESTS =
            "SELECT t.%1$s AS object_id, m.operator, COUNT(*) AS n FROM %2$stest_match AS m JOIN %2$s%3$s AS t ON m.tid = t.tid"
                    + " WHERE t.%1$s IS NOT NULL GROUP BY t.%1$s, m.operator";
    private static final String DIFFERENT =
            "SELECT DISTINCT object_id FROM ((%1$s EXCEPT %2$s) UNION ALL (%2$s EXCEPT %1$s)) AS d WHERE ? = 'ALL' OR"
                    + " operator = ?";

    private final Pair pair;

    TestData(Pair pair) {
        this.pair = pair;
    }

    /** Adds the ids of places whose tests differ for the operator. */
    void addPlaces(String operator, Set<String> ids) {
        add("PLACE", TESTS.formatted("place_id", "%s", "ledger_point"), operator, ids);
    }

    /** Adds the ids of lines whose tests differ for the operator. */
    void addLines(String operator, Set<String> ids) {
        add("LINE", TESTS.formatted("line_id", "%s", "ledger_bin"), operator, ids);
    }

    private void add(String object, String tests, String operator, Set<String> ids) {
        String rates = DIFFERENT.formatted(RATES.formatted(""), RATES.formatted("other_"));
        pair.tables().forEach(rates, row -> ids.add(row.text(0)), object, object, object, object, operator, operator);
        if (pair.tables().has("test_match") && pair.tables().has("other_test_match")) {
            String sql = DIFFERENT.formatted(tests.replace("%s", ""), tests.replace("%s", "other_"));
            pair.tables().forEach(sql, row -> ids.add(row.text(0)), operator, operator);
        }
    }
}
