package org.signalup.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.signalup.geo.Surroundings;
import org.signalup.register.internal.EntryRows;
import org.signalup.register.internal.Selection;
import org.signalup.register.internal.Whereabouts;
import org.signalup.standards.Programme;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger as it stands, as far as somebody may see it. */
public final class Register {
    private static final int COUNTED_AT_MOST = 10_000;
    private static final int ROWS_AT_ONCE = 2_000;

    private final Store store;
    private final Programme programme;

    public Register(Store store, Programme programme) {
        this.store = store;
        this.programme = programme;
    }

    public Optional<Entry> find(Scope scope, Subject subject, String id) {
        return store.read(scope, client -> EntryRows.find(client, subject, id));
    }

    /** A page of a list. */
    public Page<Entry> list(Scope scope, EntryQuery query) {
        Subject subject = query.subject();
        Selection selection = new Selection(query, scope.reach(), programme);
        String sql = "select %s from %s t where t.%3$s > :after%4$s order by t.%3$s limit :limit"
                .formatted(EntryRows.columns(), subject.table(), subject.key(), selection.and());
        long limit = Math.min(query.limit(), Integer.MAX_VALUE - 1) + 1L;
        List<Entry> found = store.read(
                scope,
                client -> selection
                        .bind(client.sql(sql))
                        .param("after", query.after())
                        .param("limit", limit)
                        .query((row, number) -> EntryRows.entry(subject, row))
                        .list());
        boolean more = found.size() == limit;
        List<Entry> items = more ? found.subList(0, found.size() - 1) : found;
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty());
    }

    /** All entries of a list from its page on, one by one; the limit of the query is passed over. */
    public void forEach(Scope scope, EntryQuery query, Consumer<Entry> reader) {
        Subject subject = query.subject();
        Selection selection = new Selection(query, scope.reach(), programme);
        String sql = "select %s from %s t where t.%3$s > :after%4$s order by t.%3$s"
                .formatted(EntryRows.columns(), subject.table(), subject.key(), selection.and());
        store.read(scope, client -> {
            JdbcClient.StatementSpec statement = selection
                    .bind(client.sql(sql))
                    .param("after", query.after())
                    .withFetchSize(ROWS_AT_ONCE);
            try (Stream<Entry> entries = statement.query((row, number) -> EntryRows.entry(subject, row)).stream()) {
                entries.forEach(reader);
            }
            return true;
        });
    }

    /** How many entries match, or one more than is counted: see {@link #countedAtMost()}. */
    public int count(Scope scope, EntryQuery query) {
        Selection selection = new Selection(query, scope.reach(), programme);
        String sql = "select count(*) from (select from %s t where true%s limit %d) counted"
                .formatted(query.subject().table(), selection.and(), COUNTED_AT_MOST + 1);
        return store.read(
                scope,
                client -> selection.bind(client.sql(sql)).query(Integer.class).single());
    }

    /** Lists are counted so far. */
    public static int countedAtMost() {
        return COUNTED_AT_MOST;
    }

    /** How many key points each of some places has. */
    public Map<String, PlacePoints> points(Scope scope, List<String> places) {
        String sql = "select place_id, points, exempt from place_points where place_id = any(:ids)";
        Map<String, PlacePoints> found = new HashMap<>();
        store.read(
                        scope,
                        client -> client.sql(sql)
                                .param("ids", places.toArray(String[]::new))
                                .query((row, number) -> Map.entry(
                                        row.getString("place_id"),
                                        new PlacePoints(row.getInt("points"), row.getInt("exempt"))))
                                .list())
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Key points of a place, and how many of them are exempt. */
    public record PlacePoints(int points, int exempt) {}

    /** The version of the ledger: the last change recorded. */
    public long version() {
        return store.read(
                Scope.PLATFORM,
                client ->
                        client.sql("select ledger_version()").query(Long.class).single());
    }

    /** Where all entries stand that somebody sees. */
    public Surroundings surroundings(Scope scope) {
        return store.read(scope, client -> new Whereabouts(client, programme).read());
    }
}
