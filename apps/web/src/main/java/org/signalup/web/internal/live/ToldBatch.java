package org.signalup.web.internal.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.live.Batch;
import org.signalup.live.Finding;
import org.signalup.live.KnownBatch;

/**
 * A batch as programs are told of it.
 *
 * @param state RECEIVED or IN_LAKE
 * @param rejected rows, of which {@code rejects} lists the first thousand
 * @param file of the lake with the accepted rows, from {@code first_row} on; null while they are on their way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldBatch(
        String batchId,
        String state,
        Instant receivedAt,
        String channel,
        String format,
        String sha256,
        long read,
        long accepted,
        long rejected,
        Map<String, Long> rejectedByCode,
        List<Row> rejects,
        List<Row> rows,
        List<String> removedColumns,
        List<String> unknownColumns,
        List<ToldFinding> findings,
        String file,
        Long firstRow,
        String lakeBatch) {
    private static final String ACCEPTED = "accepted";
    private static final String REJECTED = "rejected";

    /** A row as it was numbered in what was sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(long row, String result, String column, String value, String code, String messageZh, String messageEn) {
        static Row accepted(long row) {
            return new Row(row, ACCEPTED, null, null, null, null, null);
        }

        static Row of(Batch.RefusedRow row) {
            return new Row(
                    row.row(),
                    REJECTED,
                    row.column(),
                    row.value(),
                    row.code(),
                    row.text().zh(),
                    row.text().en());
        }
    }

    /** Something odd about it. */
    record ToldFinding(String code, String messageZh, String messageEn) {
        static ToldFinding of(String code) {
            Text text = Finding.find(code).map(Finding::text).orElse(Text.same(code));
            return new ToldFinding(code, text.zh(), text.en());
        }
    }

    /** With what was refused. */
    static ToldBatch of(KnownBatch known) {
        return of(known, rejects(known.batch()), null);
    }

    /** With what became of each row, in their order. */
    static ToldBatch withRows(KnownBatch known) {
        List<Row> rows = new ArrayList<>(rejects(known.batch()));
        for (String range : known.batch().acceptedRows().split(",")) {
            if (!range.isEmpty()) {
                String[] ends = range.split("-");
                long last = Long.parseLong(ends[ends.length - 1]);
                for (long row = Long.parseLong(ends[0]); row <= last; row++) {
                    rows.add(Row.accepted(row));
                }
            }
        }
        rows.sort(java.util.Comparator.comparingLong(Row::row));
        return of(known, null, rows);
    }

    private static List<Row> rejects(Batch batch) {
        return batch.refused().stream().map(Row::of).toList();
    }

    private static ToldBatch of(KnownBatch known, List<Row> rejects, List<Row> rows) {
        Batch batch = known.batch();
        return new ToldBatch(
                batch.id(),
                known.state().name(),
                batch.receivedAt(),
                batch.channel().name(),
                batch.format(),
                batch.digest(),
                batch.read(),
                batch.accepted(),
                batch.rejected(),
                batch.refusedByCode(),
                rejects,
                rows,
                batch.removed(),
                batch.unknown(),
                batch.findings().stream().map(ToldFinding::of).toList(),
                known.place().map(KnownBatch.Place::file).orElse(null),
                known.place().map(KnownBatch.Place::firstRow).orElse(null),
                known.place().map(KnownBatch.Place::lakeBatch).orElse(null));
    }
}
