package org.signalup.register;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.ledger.LedgerRows;
import org.signalup.register.ImportBatch.State;
import org.signalup.register.ImportBatch.Status;
import org.signalup.register.internal.ImportWork;
import org.signalup.register.internal.Json;
import org.signalup.register.internal.KnownEntries;
import org.signalup.register.internal.Refusals;
import org.signalup.standards.Programme;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bringing files to the ledger: first they are only looked at, then applied as a whole or not at all. Entries that are in no file
 * stay as they are. A preview outlives the program; applying it is one transaction.
 */
public final class Imports {
    private static final String BATCH = """
            select b.*, b.notes::text as said,
                (select jsonb_object_agg(status, n) from (select status, count(*) as n from import_row r
                    where r.batch_id = b.batch_id group by status) s)::text as counts
            from import_batch b
            """;
    private static final String ROWS = """
            select i.n, i.subject, i.file, i.line, i.subject_key, i.status, i.content::text as content, i.problems::text as said,
                case i.subject when 'place' then (select to_jsonb(t) from place t where t.place_id = i.subject_key)
                    when 'key_point' then (select to_jsonb(t) from key_point t where t.point_id = i.subject_key)
                    when 'instrument' then (select to_jsonb(t) from instrument t where t.instrument_id = i.subject_key)
                    else (select to_jsonb(t) from ledger_line t where t.line_id = i.subject_key) end::text as current
            from import_row i where i.batch_id = :batch and i.status = :status and i.n > :after order by i.n limit :limit
            """;

    private final Store store;
    private final Programme programme;

    public Imports(Store store, Programme programme) {
        this.store = store;
        this.programme = programme;
    }

    /**
     * Looks at files and keeps what would become of each row.
     *
     * @param dir holds {@code places}, {@code keypoints} {@code instruments} (CSV, CSV.gz or XLSX) and {@code lines.geojson}, as many as there are
     * @param files their names as brought, for people
     * @throws RefusedException if no row could be read
     */
    public ImportBatch preview(Scope scope, Path dir, String files) {
        return store.change(scope, files, client -> {
            LedgerRows rows = LedgerRows.read(dir, programme, new KnownEntries(client, programme));
            boolean empty = rows.places().isEmpty()
                    && rows.keyPoints().isEmpty()
                    && rows.lines().isEmpty()
                    && rows.instruments().isEmpty();
            if (empty && !rows.refused().isEmpty()) {
                throw new RefusedException(rows.refused());
            }
            if (empty) {
                throw Refusals.refused(
                        files,
                        "NO_ROWS",
                        Text.of(
                                "没有可读的行（应为：场所表、点位表、线路文件或仪表表）",
                                "no rows to read (expected: places, key points, lines or instruments)"));
            }
            long batch = ImportWork.stage(client, rows, files, scope.reach());
            return find(client, batch).orElseThrow();
        });
    }

    public Optional<ImportBatch> find(Scope scope, long id) {
        return store.read(scope, client -> find(client, id));
    }

    /** The latest imports, newest first. */
    public List<ImportBatch> list(Scope scope, int limit) {
        return store.read(
                scope,
                client -> client.sql(BATCH + " order by batch_id desc limit :limit")
                        .param("limit", limit)
                        .query((row, number) -> batch(row))
                        .list());
    }

    /** Rows of an import, after a number. */
    public List<ImportRow> rows(Scope scope, long id, Status status, int after, int limit) {
        return store.read(
                scope,
                client -> client.sql(ROWS)
                        .param("batch", id)
                        .param("status", status.name())
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, number) -> row(row))
                        .list());
    }

    /**
     * Applies the new and the changed rows, all or none; rows refused or in conflict are left out, as the preview showed.
     *
     * @param added new rows the preview showed
     * @param changed changed rows the preview showed
     * @throws RefusedException if it is no preview any more, or shows something else now; entries somebody changed since are then
     *     shown as conflicts
     */
    public ImportBatch confirm(Scope scope, long id, int added, int changed, String reason) {
        boolean applied = Refusals.inWords(
                String.valueOf(id),
                () -> store.change(scope, reason, client -> {
                    ImportBatch batch = locked(client, id, State.PREVIEW);
                    boolean asShown = batch.count(Status.NEW) == added && batch.count(Status.CHANGED) == changed;
                    return asShown && ImportWork.apply(client, id, added + changed);
                }));
        if (!applied) {
            throw Refusals.refused(
                    String.valueOf(id),
                    "CHANGED_MEANWHILE",
                    Text.of(
                            "预览之后台账有改动，没有写入任何一行；请再看一遍预览，有冲突的行已标出",
                            "the ledger changed after the preview and nothing was applied; look at the preview again, rows in conflict are marked"));
        }
        return find(scope, id).orElseThrow();
    }

    /** Throws a preview away. */
    public void discard(Scope scope, long id) {
        store.run(scope, client -> {
            locked(client, id, State.PREVIEW);
            ImportWork.decide(client, id, State.DISCARDED);
            client.sql("delete from import_row where batch_id = :id")
                    .param("id", id)
                    .update();
        });
    }

    /**
     * Takes an applied import back as a whole.
     *
     * @throws RefusedException if an entry it brought was changed since, naming some
     */
    public ImportBatch undo(Scope scope, long id, String reason) {
        Refusals.inWords(
                String.valueOf(id),
                () -> store.change(scope, reason, client -> {
                    locked(client, id, State.APPLIED);
                    ImportWork.undo(client, id);
                    return true;
                }));
        return find(scope, id).orElseThrow();
    }

    private static ImportBatch locked(JdbcClient client, long id, State expected) {
        client.sql("select batch_id from import_batch where batch_id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(client, id)
                .filter(batch -> batch.state() == expected)
                .orElseThrow(() -> Refusals.refused(
                        String.valueOf(id),
                        "IMPORT_DECIDED",
                        Text.of(
                                "这次导入不在“" + expected.text().zh() + "”状态",
                                "this import is not " + expected.text().en())));
    }

    private static Optional<ImportBatch> find(JdbcClient client, long id) {
        return client.sql(BATCH + " where b.batch_id = :id")
                .param("id", id)
                .query((row, number) -> batch(row))
                .optional();
    }

    private static ImportBatch batch(ResultSet row) throws SQLException {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        String counted = row.getString("counts");
        if (counted != null) {
            Json.object(counted).forEach((status, n) -> counts.put(Status.valueOf(status), ((Number) n).intValue()));
        }
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new ImportBatch(
                row.getLong("batch_id"),
                row.getString("account_name"),
                State.valueOf(row.getString("state")),
                row.getString("files"),
                Json.problems(row.getString("said")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(decided).map(OffsetDateTime::toInstant),
                counts);
    }

    private static ImportRow row(ResultSet row) throws SQLException {
        Subject subject = Subject.ofTable(row.getString("subject"));
        Map<String, Object> said = state(row.getString("content"));
        Map<String, Object> current = state(row.getString("current"));
        return new ImportRow(
                row.getInt("n"),
                subject,
                row.getString("file"),
                row.getLong("line"),
                row.getString("subject_key"),
                Status.valueOf(row.getString("status")),
                said,
                current.isEmpty() || said.isEmpty() ? List.of() : RegisterChange.between(subject, current, said),
                Json.problems(row.getString("said")));
    }

    private static Map<String, Object> state(String json) {
        return json == null ? Map.of() : Json.object(json);
    }
}
