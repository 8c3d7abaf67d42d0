package org.signalup.upload.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.intake.Correction;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.upload.Held;
import org.signalup.upload.Reading;
import org.signalup.upload.Upload;
import org.signalup.upload.UploadOrder;
import org.signalup.upload.UploadState;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Uploads as rows. */
public final class UploadBook {
    private static final String SELECT = """
            select upload_id, organisation_id, account_name, made_at, state, said::text as said, held::text as held,
                files::text as files, corrections::text as corrections, reading, read_with, problems::text as problems, lake_batch,
                ended_at, version
            from upload
            """;

    private final Store store;

    public UploadBook(Store store) {
        this.store = store;
    }

    /** Writes a new one down; returns its id. */
    public long add(Scope scope, long organisation, String who, UploadOrder said, Held held, List<Upload.File> files) {
        return store.change(
                scope,
                client -> client.sql("""
                        insert into upload (organisation_id, account_id, account_name, said, held, files)
                        values (:organisation, :account, :who, :said::jsonb, :held::jsonb, :files::jsonb) returning upload_id
                        """)
                        .param("organisation", organisation)
                        .param("account", scope.account().orElseThrow())
                        .param("who", who)
                        .param("said", Json.of(said))
                        .param("held", Json.of(held))
                        .param("files", Json.of(files))
                        .query(Long.class)
                        .single());
    }

    public Optional<Upload> find(Scope scope, long id) {
        return store.read(
                scope,
                client -> client.sql(SELECT + " where upload_id = :id")
                        .param("id", id)
                        .query(UploadBook::of)
                        .optional());
    }

    /** The newest first, of those before another (0: the newest). */
    public List<Upload> list(Scope scope, long before, int most) {
        return store.read(
                scope,
                client -> client.sql(SELECT
                                + " where :before = 0 or upload_id < :before order by upload_id desc limit :most")
                        .param("before", before)
                        .param("most", most)
                        .query(UploadBook::of)
                        .list());
    }

    /** Those that are in the lake, the oldest first. */
    public List<Upload> committed(Scope scope) {
        return store.read(
                scope,
                client -> client.sql(SELECT + " where state = 'COMMITTED' order by upload_id")
                        .query(UploadBook::of)
                        .list());
    }

    /** All that were not thrown away, the oldest first. */
    public List<Upload> notThrownAway() {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(SELECT + " where state <> 'DISCARDED' order by upload_id")
                        .query(UploadBook::of)
                        .list());
    }

    /** Others that hold a file of the same content and were not thrown away, the oldest first. */
    public List<Upload> withContent(Scope scope, String digest, long other) {
        return store.read(
                scope,
                client -> client.sql(SELECT + """
                         where files @> :file::jsonb and upload_id <> :other and state <> 'DISCARDED' order by upload_id
                        """)
                        .param("file", Json.of(List.of(Map.of("digest", digest))))
                        .param("other", other)
                        .query(UploadBook::of)
                        .list());
    }

    /** Those that the platform is to work on, the oldest first. */
    public List<Upload> waiting() {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(SELECT + " where state in ('READING', 'COMMITTING') order by upload_id")
                        .query(UploadBook::of)
                        .list());
    }

    /** Digests of all files that are to stay. */
    public List<String> digests() {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(
                                "select distinct f ->> 'digest' from upload, jsonb_array_elements(files) f where state <> 'DISCARDED'")
                        .query(String.class)
                        .list());
    }

    /** What an update says; the row must be as it was seen. */
    public interface Change {
        /** @param client of the transaction; the row is {@code where upload_id = :id and version = :version} */
        JdbcClient.StatementSpec with(JdbcClient client, String where);
    }

    private static final String AS_SEEN = " where upload_id = :id and version = :version and state = :state";

    /** Whether the row was still as seen and was changed. */
    public boolean change(Scope scope, String reason, Upload seen, Change change) {
        return store.change(
                        scope,
                        reason,
                        client -> change.with(client, AS_SEEN)
                                .param("id", seen.id())
                                .param("version", seen.version())
                                .param("state", seen.state().name())
                                .update())
                == 1;
    }

    /** To be read again, otherwise. */
    public boolean readAgain(
            Scope scope, Upload seen, UploadOrder said, Held held, Map<String, Correction> corrections) {
        return change(
                scope,
                "",
                seen,
                (client, where) -> client.sql("""
                        update upload set state = 'READING', said = :said::jsonb, held = :held::jsonb,
                            corrections = :corrections::jsonb, reading = reading + 1, problems = '[]', version = version + 1
                        """ + where)
                        .param("said", Json.of(said))
                        .param("held", Json.of(held))
                        .param("corrections", Json.of(corrections)));
    }

    /** Goes on to a state in which nobody has found anything. */
    public boolean become(Scope scope, String reason, Upload seen, UploadState state) {
        return change(
                scope, reason, seen, (client, where) -> client.sql("""
                        update upload set state = :next, version = version + 1, problems = '[]',
                            ended_at = case when :next = 'DISCARDED' then now() end
                        """ + where).param("next", state.name()));
    }

    /** What the platform found out about one that it worked on. */
    public boolean end(Upload seen, UploadState state, List<Problem> problems, String lakeBatch) {
        return change(
                Scope.PLATFORM,
                "",
                seen,
                (client, where) -> client.sql("""
                        update upload set state = :next, problems = :problems::jsonb, lake_batch = :batch, version = version + 1,
                            ended_at = case when :next = 'COMMITTED' then now() end
                        """ + where)
                        .param("next", state.name())
                        .param("problems", Json.of(problems))
                        .param("batch", lakeBatch));
    }

    /** Keeps what reading found; nothing of it when the upload has gone on meanwhile. */
    public void keep(Upload seen, Reading reading, String readWith) {
        store.run(Scope.PLATFORM, client -> {
            int there = client.sql("""
                            update upload set state = 'READ', read_with = :with, problems = '[]', version = version + 1
                            """ + AS_SEEN)
                    .param("with", readWith)
                    .param("id", seen.id())
                    .param("version", seen.version())
                    .param("state", seen.state().name())
                    .update();
            if (there == 1) {
                client.sql("""
                                insert into upload_reading (upload_id, reading, found, rows_read, rows_kept)
                                values (:id, :reading, :found::jsonb, :read, :kept)
                                on conflict (upload_id, reading) do update set found = excluded.found,
                                    rows_read = excluded.rows_read, rows_kept = excluded.rows_kept
                                """)
                        .param("id", seen.id())
                        .param("reading", seen.reading())
                        .param("found", Json.of(reading))
                        .param("read", reading.report().read())
                        .param("kept", reading.kept())
                        .update();
            }
        });
    }

    public Optional<Reading> reading(Scope scope, long id, int number) {
        return store.read(
                        scope,
                        client -> client.sql(
                                        "select found::text from upload_reading where upload_id = :id and reading = :number")
                                .param("id", id)
                                .param("number", number)
                                .query(String.class)
                                .optional())
                .map(text -> Json.parse(text, Reading.class));
    }

    private static Upload of(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getLong("upload_id"),
                row.getLong("organisation_id"),
                row.getString("account_name"),
                row.getTimestamp("made_at").toInstant(),
                UploadState.valueOf(row.getString("state")),
                Json.parse(row.getString("said"), UploadOrder.class),
                Json.parse(row.getString("held"), Held.class),
                Json.parse(row.getString("files"), new TypeReference<List<Upload.File>>() {}),
                Json.parse(row.getString("corrections"), new TypeReference<Map<String, Correction>>() {}),
                row.getInt("reading"),
                row.getString("read_with"),
                Json.parse(row.getString("problems"), new TypeReference<List<Problem>>() {}),
                row.getString("lake_batch"),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getInt("version"));
    }
}
