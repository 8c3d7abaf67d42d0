package org.signalup.web.internal.compare;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Rows that one of two evaluations has and the other has not. */
final class Differing {
    private final Pair pair;

    Differing(Pair pair) {
        this.pair = pair;
    }

    /**
     * The ids of such rows.
     *
     * @param id column of the query
     * @param query with {@code %s} before the names of tables
     * @param values of the question marks of one query
     */
    Set<String> ids(String id, String query, Object... values) {
        String here = query.replace("%s", "");
        String other = query.replace("%s", "other_");
        Object[] four =
                Stream.of(values, values, values, values).flatMap(Stream::of).toArray();
        Set<String> ids = new HashSet<>();
        pair.tables()
                .forEach(
                        "SELECT DISTINCT " + id + " FROM ((" + here + " EXCEPT " + other + ") UNION ALL (" + other
                                + " EXCEPT " + here + ")) AS d",
                        row -> ids.add(row.text(0)),
                        four);
        return ids;
    }
}
