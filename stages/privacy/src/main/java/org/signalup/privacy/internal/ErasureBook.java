package org.signalup.privacy.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.signalup.people.Actor;
import org.signalup.privacy.Erasure;
import org.signalup.privacy.ErasureOrder;
import org.signalup.privacy.Traces;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import tools.jackson.core.type.TypeReference;

/** Erasures as rows. */
public final class ErasureBook {
    private static final String SELECT = """
            select erasure_id, account_name, asked_by, reason, pseudonyms, asked_at, found::text as found, ended_at, rows_erased,
                files_erased
            from erasure
            """;

    private final Store store;

    public ErasureBook(Store store) {
        this.store = store;
    }

    /** Writes down that one begins; returns its id. */
    public long begin(Actor actor, ErasureOrder order, List<String> pseudonyms, Traces found) {
        return store.change(
                actor.scope(),
                client -> client.sql("""
                        insert into erasure (organisation_id, account_id, account_name, asked_by, reason, pseudonyms, found)
                        values (:organisation, :account, :name, :asked, :reason, :pseudonyms, :found::jsonb) returning erasure_id
                        """)
                        .param("organisation", actor.organisation().id())
                        .param("account", actor.account())
                        .param("name", actor.name())
                        .param("asked", order.askedBy())
                        .param("reason", order.reason())
                        .param("pseudonyms", pseudonyms.toArray(String[]::new))
                        .param("found", Json.of(found))
                        .query(Long.class)
                        .single());
    }

    /** Writes down that it is done. */
    public void end(Actor actor, long id, long rows, long files) {
        store.run(
                actor.scope(),
                client -> client.sql("""
                        update erasure set ended_at = now(), rows_erased = :rows, files_erased = :files where erasure_id = :id
                        """)
                        .param("rows", rows)
                        .param("files", files)
                        .param("id", id)
                        .update());
    }

    public Optional<Erasure> find(Scope scope, long id) {
        return store.read(
                scope,
                client -> client.sql(SELECT + " where erasure_id = :id")
                        .param("id", id)
                        .query(ErasureBook::of)
                        .optional());
    }

    /** The newest first, of those before another (0: the newest). */
    public List<Erasure> list(Scope scope, long before, int most) {
        return store.read(
                scope,
                client -> client.sql(SELECT
                                + " where :before = 0 or erasure_id < :before order by erasure_id desc limit :most")
                        .param("before", before)
                        .param("most", most)
                        .query(ErasureBook::of)
                        .list());
    }

    private static Erasure of(ResultSet row, int number) throws SQLException {
        Array pseudonyms = row.getArray("pseudonyms");
        return new Erasure(
                row.getLong("erasure_id"),
                row.getString("account_name"),
                row.getString("asked_by"),
                row.getString("reason"),
                List.of((String[]) pseudonyms.getArray()),
                row.getTimestamp("asked_at").toInstant(),
                Json.parse(row.getString("found"), new TypeReference<Traces>() {}),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getLong("rows_erased"),
                row.getLong("files_erased"));
    }
}
