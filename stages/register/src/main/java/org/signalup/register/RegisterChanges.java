package org.signalup.register;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.register.internal.EntryRows;
import org.signalup.register.internal.Json;
import org.signalup.register.internal.KnownEntries;
import org.signalup.register.internal.Refusals;
import org.signalup.register.internal.RowSql;
import org.signalup.register.internal.Stated;
import org.signalup.standards.Programme;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing entries one by one: nobody overwrites what they have not seen, and every change can be looked up and undone. */
public final class RegisterChanges {
    private static final String GIVEN = "(select :content::jsonb as content) i";
    private static final String HISTORY = """
            select seq, at, account_name, action, reason, before::text as before, after::text as after
            from audit where subject = :subject and subject_key = :id order by seq desc limit 200
            """;
    private static final String RECORDED = """
            select subject, subject_key, action, transaction_id, before::text as before,
                (after ->> 'version')::integer as version
            from audit where seq = :seq and subject in ('place', 'key_point', 'ledger_line', 'instrument')
            """;

    private final Store store;
    private final Programme programme;

    public RegisterChanges(Store store, Programme programme) {
        this.store = store;
        this.programme = programme;
    }

    /**
     * Adds an entry; a line comes by a file.
     *
     * @throws RefusedException with everything that is wrong with the cells
     */
    public Entry add(Scope scope, Subject subject, Map<String, String> cells, String reason) {
        return inWords(
                cells.getOrDefault(subject.key(), ""),
                () -> store.change(scope, reason, client -> {
                    Map<String, Object> row =
                            Stated.row(subject, cells, null, programme, new KnownEntries(client, programme));
                    put(client, RowSql.insert(subject, GIVEN, "true"), row).update();
                    return EntryRows.find(client, subject, String.valueOf(row.get(subject.key())))
                            .orElseThrow();
                }));
    }

    /**
     * Changes an entry.
     *
     * @param version the one that was looked at
     * @throws ChangedMeanwhileException if it is another one now
     * @throws RefusedException with everything that is wrong, or because it is not there, or frozen
     */
    public Entry edit(Scope scope, Subject subject, String id, int version, Map<String, String> cells, String reason) {
        return inWords(
                id,
                () -> store.change(scope, reason, client -> {
                    Entry before = EntryRows.find(client, subject, id).orElseThrow(() -> gone(id));
                    if (before.version() != version) {
                        throw new ChangedMeanwhileException(before);
                    }
                    Map<String, String> whole = before.cells();
                    whole.putAll(cells);
                    whole.put(subject.key(), id);
                    Map<String, Object> row =
                            Stated.row(subject, whole, before, programme, new KnownEntries(client, programme));
                    String sql = RowSql.update(subject, GIVEN, "t.version = :version");
                    int changed =
                            put(client, sql, row).param("version", version).update();
                    return after(client, subject, id, version, changed);
                }));
    }

    /** Removes an entry; a place goes with its key points. */
    public void remove(Scope scope, Subject subject, String id, int version, String reason) {
        inWords(
                id,
                () -> store.change(scope, reason, client -> {
                    if (subject == Subject.PLACE) {
                        client.sql("delete from key_point where place_id = :id")
                                .param("id", id)
                                .update();
                    }
                    return after(client, subject, id, version, delete(client, subject, id, version));
                }));
    }

    private static int delete(JdbcClient client, Subject subject, String id, int version) {
        return client.sql("delete from %s where %s = :id and version = :version"
                        .formatted(subject.table(), subject.key()))
                .param("id", id)
                .param("version", version)
                .update();
    }

    private static JdbcClient.StatementSpec put(JdbcClient client, String sql, Map<String, Object> row) {
        return client.sql(sql).param("content", Json.write(row));
    }

    /** What a change that touched one row left; one that touched none met another version. */
    private static Entry after(JdbcClient client, Subject subject, String id, int version, int changed) {
        Optional<Entry> current = EntryRows.find(client, subject, id);
        if (changed == 0) {
            Entry now = current.orElseThrow(() -> gone(id));
            if (now.version() == version) {
                throw Refusals.refused(id, "OUT_OF_REACH", Text.of("您没有编辑台账的权限", "you may not edit the ledger"));
            }
            throw new ChangedMeanwhileException(now);
        }
        return current.orElse(new Entry(subject, id, 0, Map.of()));
    }

    private static RefusedException gone(String id) {
        return Refusals.refused(
                id, "NOT_THERE", Text.of("台账里没有（已移出，或不在您的管辖范围内）", "is not in the ledger, or not in your reach"));
    }

    /** What became of an entry, newest first; also of one that is gone. */
    public List<RegisterChange> history(Scope scope, Subject subject, String id) {
        return store.read(
                scope,
                client -> client.sql(HISTORY)
                        .param("subject", subject.table())
                        .param("id", id)
                        .query((row, number) -> new RegisterChange(
                                row.getLong("seq"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("account_name"),
                                row.getString("action"),
                                row.getString("reason"),
                                RegisterChange.between(
                                        subject, state(row.getString("before")), state(row.getString("after")))))
                        .list());
    }

    private static Map<String, Object> state(String json) {
        return json == null ? Map.of() : Json.object(json);
    }

    private record Recorded(Subject subject, String id, String action, long transaction, String before, int version) {}

    /**
     * Takes one change back, if nothing changed the entry since.
     *
     * @throws ChangedMeanwhileException if something did
     */
    public Entry undo(Scope scope, long seq, String reason) {
        return inWords(
                String.valueOf(seq),
                () -> store.change(scope, reason, client -> {
                    Recorded change = client.sql(RECORDED)
                            .param("seq", seq)
                            .query((row, number) -> new Recorded(
                                    Subject.ofTable(row.getString("subject")),
                                    row.getString("subject_key"),
                                    row.getString("action"),
                                    row.getLong("transaction_id"),
                                    row.getString("before"),
                                    row.getInt("version")))
                            .optional()
                            .orElseThrow(() -> gone(String.valueOf(seq)));
                    return undo(client, change);
                }));
    }

    private static Entry undo(JdbcClient client, Recorded change) {
        Subject subject = change.subject();
        int changed = switch (change.action()) {
            case "INSERT" -> delete(client, subject, change.id(), change.version());
            case "UPDATE" ->
                client.sql(RowSql.update(subject, GIVEN, "t.version = :version"))
                        .param("content", change.before())
                        .param("version", change.version())
                        .update();
            default ->
                client.sql(RowSql.insert(subject, GIVEN, "true"))
                        .param("content", change.before())
                        .update();
        };
        if (subject == Subject.PLACE && change.action().equals("DELETE")) {
            bringPointsBack(client, change);
        }
        return after(client, subject, change.id(), change.version(), changed);
    }

    /** Key points that went with their place come back with it. */
    private static void bringPointsBack(JdbcClient client, Recorded change) {
        String source = "(select before as content from audit where transaction_id = :transaction"
                + " and subject = 'key_point' and action = 'DELETE' and before ->> 'place_id' = :id) i";
        client.sql(RowSql.insert(Subject.KEY_POINT, source, "true"))
                .param("transaction", change.transaction())
                .param("id", change.id())
                .update();
    }

    private static <T> T inWords(String what, Supplier<T> work) {
        return Refusals.inWords(what, work);
    }
}
