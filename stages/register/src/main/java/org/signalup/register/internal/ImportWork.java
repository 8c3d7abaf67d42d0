package org.signalup.register.internal;

import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Reach;
import org.signalup.domain.Text;
import org.signalup.ledger.LedgerRows;
import org.signalup.register.ImportBatch.State;
import org.signalup.register.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to the rows of an import, each step within one transaction. */
public final class ImportWork {
    private static final String BATCH = """
            insert into import_batch (organisation_id, account_id, account_name, files, notes)
            values (scope_organisation(), scope_account(), coalesce(current_setting('signalup.account_name', true), ''), :files, :notes::jsonb)
            returning batch_id
            """;
    private static final List<Subject> OWNERS_FIRST =
            List.of(Subject.LINE, Subject.PLACE, Subject.KEY_POINT, Subject.INSTRUMENT);
    private static final List<Subject> OWNERS_LAST =
            List.of(Subject.INSTRUMENT, Subject.KEY_POINT, Subject.PLACE, Subject.LINE);

    /** What a transaction did to each entry: its first state before, and the version it left. */
    private static final String DONE = """
            (select distinct on (a.subject_key) a.subject_key, a.action, a.before as content,
                (last_value(a.after) over (partition by a.subject_key order by a.seq
                    rows between unbounded preceding and unbounded following) ->> 'version')::integer as version
             from audit a where a.subject = :subject
                and a.transaction_id = (select b.transaction_id from import_batch b where b.batch_id = :batch)
             order by a.subject_key, a.seq) i
            """;

    private ImportWork() {}

    /** Keeps rows to look at; the number of the import. */
    public static long stage(JdbcClient client, LedgerRows rows, String files, Reach reach) {
        var notes =
                Stream.concat(rows.refused().stream(), rows.notes().stream()).toList();
        long batch = client.sql(BATCH)
                .param("files", files)
                .param("notes", Json.write(Json.of(notes)))
                .query(Long.class)
                .single();
        new Staging(client, batch, reach).add(rows);
        // Statistics of rows just written: without them the comparisons would be planned for an empty table.
        client.sql("analyze import_row").update();
        new Classing(client, batch).run();
        return batch;
    }

    /**
     * Applies new and changed rows.
     *
     * @return false if some of them are in conflict now, which is kept; nothing was applied then
     */
    public static boolean apply(JdbcClient client, long batch, int rows) {
        if (new Classing(client, batch).findConflicts() > 0) {
            return false;
        }
        int applied = 0;
        for (Subject subject : OWNERS_FIRST) {
            String of = "i.batch_id = :batch and i.subject = :subject and i.status = ";
            applied += run(client, batch, subject, RowSql.insert(subject, "import_row i", of + "'NEW'"));
            applied += run(
                    client,
                    batch,
                    subject,
                    RowSql.update(subject, "import_row i", of + "'CHANGED' and t.version = i.seen"));
        }
        if (applied != rows) {
            throw Refusals.refused(
                    String.valueOf(batch),
                    "OUT_OF_REACH",
                    Text.of(
                            "只能写入 " + applied + " 行（应为 " + rows + "）：您可能不再管辖其中一些，没有写入任何一行",
                            "only " + applied + " of " + rows
                                    + " rows could be applied: some may be out of your reach now; nothing was applied"));
        }
        client.sql("update import_batch set transaction_id = txid_current() where batch_id = :batch")
                .param("batch", batch)
                .update();
        decide(client, batch, State.APPLIED);
        return true;
    }

    private static int run(JdbcClient client, long batch, Subject subject, String sql) {
        return client.sql(sql)
                .param("batch", batch)
                .param("subject", subject.table())
                .update();
    }

    public static void decide(JdbcClient client, long batch, State state) {
        client.sql("update import_batch set state = :state, decided_at = now() where batch_id = :batch")
                .param("state", state.name())
                .param("batch", batch)
                .update();
    }

    /** Puts everything back as it was, or refuses if something was changed since. */
    public static void undo(JdbcClient client, long batch) {
        for (Subject subject : OWNERS_LAST) {
            refuseIfChanged(client, batch, subject);
        }
        for (Subject subject : OWNERS_LAST) {
            run(client, batch, subject, RowSql.update(subject, DONE, "i.action = 'UPDATE'"));
            String gone = "delete from %s t using %s where t.%s = i.subject_key and i.action = 'INSERT'"
                    .formatted(subject.table(), DONE, subject.key());
            run(client, batch, subject, gone);
        }
        decide(client, batch, State.UNDONE);
    }

    private static void refuseIfChanged(JdbcClient client, long batch, Subject subject) {
        String sql =
                "select i.subject_key from %s left join %s t on t.%s = i.subject_key where t.version is distinct from i.version limit 10"
                        .formatted(DONE, subject.table(), subject.key());
        List<String> changed = client.sql(sql)
                .param("batch", batch)
                .param("subject", subject.table())
                .query(String.class)
                .list();
        if (!changed.isEmpty()) {
            String ids = String.join(" ", changed);
            throw Refusals.refused(
                    ids,
                    "CHANGED_SINCE",
                    Text.of(
                            "这次导入之后又有人改过其中的条目，不能整批撤销",
                            "entries of this import were changed since; it cannot be undone as a whole"));
        }
    }
}
