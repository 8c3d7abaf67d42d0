package org.signalup.store.internal.backup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables there are, as the database itself tells them: a new one is in the next backup without a word said. */
final class Tables {
    private static final String HISTORY = "flyway_schema_history";
    private static final String COLUMNS = """
            select c.relname as table_name, a.attname as column_name
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> :history
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname, a.attnum
            """;
    private static final String REFERENCES = """
            select distinct referring.relname as child, referred.relname as parent
            from pg_constraint k
            join pg_class referring on referring.oid = k.conrelid join pg_class referred on referred.oid = k.confrelid
            where k.contype = 'f' and k.conrelid <> k.confrelid
              and referring.relnamespace = current_schema()::regnamespace
            """;

    private record Pair(String one, String other) {}

    private Tables() {}

    /** Columns by table, a table after all those it refers to. */
    static List<Contents.Table> list(JdbcClient client) {
        Map<String, List<String>> columns = client
                .sql(COLUMNS)
                .param("history", HISTORY)
                .query((row, number) -> new Pair(row.getString("table_name"), row.getString("column_name")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Pair::one, java.util.TreeMap::new, Collectors.mapping(Pair::other, Collectors.toList())));
        List<Pair> references = client.sql(REFERENCES)
                .query((row, number) -> new Pair(row.getString("child"), row.getString("parent")))
                .list();
        return ordered(columns.keySet(), references).stream()
                .map(name -> new Contents.Table(name, columns.get(name), 0))
                .toList();
    }

    private static List<String> ordered(Set<String> names, List<Pair> references) {
        Set<String> done = new LinkedHashSet<>();
        Set<String> left = new LinkedHashSet<>(names);
        while (!left.isEmpty()) {
            List<String> ready = left.stream()
                    .filter(name -> references.stream()
                            .noneMatch(pair -> pair.one().equals(name) && left.contains(pair.other())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a ring: " + left);
            }
            done.addAll(ready);
            ready.forEach(left::remove);
        }
        return new ArrayList<>(done);
    }

    /** The version of the last migration. */
    static String schema(JdbcClient client) {
        return client.sql("select version from " + HISTORY + " where success order by installed_rank desc limit 1")
                .query(String.class)
                .single();
    }

    /** What each sequence gave out last; 0 for one not used yet. */
    static Map<String, Long> sequences(JdbcClient client) {
        return client
                .sql(
                        "select sequencename, coalesce(last_value, 0) as last from pg_sequences where schemaname = current_schema()")
                .query((row, number) -> Map.entry(row.getString("sequencename"), row.getLong("last")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.TreeMap::new));
    }
}
