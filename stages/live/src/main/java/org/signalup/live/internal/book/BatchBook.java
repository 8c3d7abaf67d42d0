package org.signalup.live.internal.book;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.live.Batch;
import org.signalup.live.Batches.SenderSum;
import org.signalup.live.Channel;
import org.signalup.live.KnownBatch;
import org.signalup.live.KnownBatch.Place;
import org.signalup.live.internal.inbox.BatchJson;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Batches that are in the lake, as rows. */
public final class BatchBook {
    private static final String SELECT = "select told::text as told, file, first_row, lake_batch from live_batch";

    private final Store store;

    public BatchBook(Store store) {
        this.store = store;
    }

    /** Writes batches down; those written down before stay as they are. */
    public void add(List<KnownBatch> batches) {
        List<Map<String, Object>> rows = batches.stream().map(BatchBook::row).toList();
        store.run(
                Scope.PLATFORM,
                client -> client.sql("""
                        insert into live_batch (batch_id, organisation_id, probe_id, channel, received_at, rows_read, rows_accepted,
                            told, file, first_row, lake_batch)
                        select batch_id, organisation_id, probe_id, channel, received_at, rows_read, rows_accepted,
                            told, file, first_row, lake_batch
                        from jsonb_to_recordset(:rows::jsonb) as given (batch_id text, organisation_id bigint, probe_id bigint,
                            channel text, received_at timestamptz, rows_read bigint, rows_accepted bigint, told jsonb, file text,
                            first_row bigint, lake_batch text)
                        on conflict (batch_id) do nothing
                        """).param("rows", BatchJson.text(rows)).update());
    }

    private static Map<String, Object> row(KnownBatch known) {
        Batch batch = known.batch();
        Place place = known.place().orElseThrow();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("batch_id", batch.id());
        row.put("organisation_id", batch.organisation());
        row.put("probe_id", batch.probe().orElse(null));
        row.put("channel", batch.channel().name());
        row.put("received_at", batch.receivedAt().toString());
        row.put("rows_read", batch.read());
        row.put("rows_accepted", batch.accepted());
        row.put("told", batch);
        row.put("file", place.file());
        row.put("first_row", place.firstRow());
        row.put("lake_batch", place.lakeBatch());
        return row;
    }

    public Optional<KnownBatch> find(Scope scope, String id) {
        return store.read(
                scope,
                client -> client.sql(SELECT + " where batch_id = :id")
                        .param("id", id)
                        .query(BatchBook::known)
                        .optional());
    }

    /**
     * The newest first, of those before another.
     *
     * @param probe 0 = of whomever
     */
    public List<KnownBatch> list(Scope scope, Instant before, String beforeId, long probe, int most) {
        return store.read(
                scope,
                client -> client.sql(SELECT + """
                         where (received_at, batch_id) < (:before::timestamptz, :id) and (:probe = 0 or probe_id = :probe)
                        order by received_at desc, batch_id desc limit :most
                        """)
                        .param("before", before.toString())
                        .param("id", beforeId)
                        .param("probe", probe)
                        .param("most", most)
                        .query(BatchBook::known)
                        .list());
    }

    /** Sums by sender and channel, the one heard last first. */
    public List<SenderSum> senders(Scope scope) {
        return store.read(scope, client -> client.sql("""
                        select told ->> 'sender' as sender, channel, count(*) as messages, sum(rows_read) as rows_read,
                            sum(rows_accepted) as rows_accepted, min(received_at) as first, max(received_at) as last
                        from live_batch group by told ->> 'sender', channel order by last desc, sender limit 1000
                        """).query(BatchBook::sum).list());
    }

    private static SenderSum sum(ResultSet row, int number) throws SQLException {
        return new SenderSum(
                row.getString("sender"),
                Channel.valueOf(row.getString("channel")),
                row.getLong("messages"),
                row.getLong("rows_read"),
                row.getLong("rows_accepted"),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("last").toInstant());
    }

    private static KnownBatch known(ResultSet row, int number) throws SQLException {
        Batch batch = BatchJson.parse(row.getString("told").getBytes(StandardCharsets.UTF_8));
        Place place = new Place(row.getString("file"), row.getLong("first_row"), row.getString("lake_batch"));
        return new KnownBatch(batch, Optional.of(place));
    }
}
