package org.signalup.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.signalup.register.Entry;
import org.signalup.register.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the three tables as entries. */
public final class EntryRows {
    private EntryRows() {}

    /** Columns of table {@code t} that make an entry. */
    public static String columns() {
        return "to_jsonb(t)::text as content, t.version";
    }

    public static Entry entry(Subject subject, ResultSet row) throws SQLException {
        return of(subject, Json.object(row.getString("content")), row.getInt("version"));
    }

    /** An entry of a whole row. */
    public static Entry of(Subject subject, Map<String, Object> content, int version) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : subject.columns()) {
            Object value = content.get(column);
            if (value != null) {
                values.put(column, value);
            }
        }
        return new Entry(subject, String.valueOf(content.get(subject.key())), version, values);
    }

    public static Optional<Entry> find(JdbcClient client, Subject subject, String id) {
        return client.sql("select %s from %s t where %s = :id".formatted(columns(), subject.table(), subject.key()))
                .param("id", id)
                .query((row, number) -> entry(subject, row))
                .optional();
    }
}
