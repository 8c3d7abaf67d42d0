package org.signalup.web.internal.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Conditions of a query, each with the values of its question marks. */
public final class SqlWhere {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition; every {@code ?} of it stands for one value. */
    public SqlWhere and(String condition, Object... bound) {
        conditions.add("(" + condition + ")");
        values.addAll(Arrays.asList(bound));
        return this;
    }

    /** Adds: column is one of these; nothing is one of none. */
    public SqlWhere in(String column, Collection<?> wanted) {
        if (wanted.isEmpty()) {
            return and("1 = 0");
        }
        conditions.add(column + " IN (" + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")");
        values.addAll(wanted);
        return this;
    }

    /** The same for texts a table is sorted by: with bounds, only the parts of a file between them are read. */
    public SqlWhere among(String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            and(column + " BETWEEN ? AND ?", Collections.min(wanted), Collections.max(wanted));
        }
        return in(column, wanted);
    }

    /** Adds: one of these columns holds the words, letter case aside. Empty words hold everywhere. */
    public SqlWhere holds(String words, String... columns) {
        if (words.isEmpty()) {
            return this;
        }
        List<String> each = new ArrayList<>();
        for (String column : columns) {
            each.add("POSITION(LOWER(?) IN LOWER(" + column + ")) > 0");
            values.add(words);
        }
        conditions.add("(" + String.join(" OR ", each) + ")");
        return this;
    }

    /** Whether a condition is about the table with this name. */
    public boolean about(String table) {
        return conditions.stream().anyMatch(condition -> condition.matches("(?s).*\\b" + table + "\\..*"));
    }

    /** {@code WHERE …}, or nothing. */
    public String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    public Object[] values() {
        return values.toArray();
    }

    /** The values, then some more. */
    public Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
