package org.signalup.job.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.intake.ServiceAggregates.Read;
import org.signalup.job.AggregateFile;
import org.signalup.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files of service aggregates in the store, within a transaction. */
public final class AggregateBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOLD = 500;
    private static final String COLUMNS =
            "service_aggregate_file_id, name, digest, rows_read, rows_refused, refused, brought_by, brought_at, withdrawn_at";

    private final JdbcClient client;

    public AggregateBook(JdbcClient client) {
        this.client = client;
    }

    public AggregateFile add(Actor actor, String name, String digest, byte[] content, Read read) {
        List<AggregateFile.Refusal> refused = read.refused().stream()
                .limit(TOLD)
                .map(row -> new AggregateFile.Refusal(
                        row.row(), row.column(), row.value(), row.code().name()))
                .toList();
        AggregateFile added = client.sql(
                        "INSERT INTO service_aggregate_file (organisation_id, name, digest, rows_read, rows_refused,"
                                + " refused, brought_by) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?) RETURNING " + COLUMNS)
                .params(
                        actor.organisation().id(),
                        name,
                        digest,
                        read.rows(),
                        (long) read.refused().size(),
                        JSON.writeValueAsString(refused),
                        actor.name())
                .query(AggregateBook::file)
                .single();
        client.sql("INSERT INTO service_aggregate_content (service_aggregate_file_id, content) VALUES (?, ?)")
                .params(added.id(), content)
                .update();
        return added;
    }

    public List<AggregateFile> list() {
        return client.sql("SELECT " + COLUMNS + " FROM service_aggregate_file ORDER BY service_aggregate_file_id DESC")
                .query(AggregateBook::file)
                .list();
    }

    public Optional<byte[]> content(long id) {
        return client.sql("SELECT content FROM service_aggregate_content WHERE service_aggregate_file_id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    public boolean withdraw(Actor actor, long id) {
        return client.sql("UPDATE service_aggregate_file SET withdrawn_at = now(), withdrawn_by = ? WHERE"
                                + " service_aggregate_file_id = ? AND withdrawn_at IS NULL")
                        .params(actor.name(), id)
                        .update()
                > 0;
    }

    /** Writes those not withdrawn into a folder, named by their numbers, and tells the paths. */
    public List<Path> write(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (AggregateFile file : list()) {
            if (file.withdrawnAt().isEmpty()) {
                Files.createDirectories(folder);
                Path path = folder.resolve("%06d-%s".formatted(file.id(), file.name()));
                Files.write(path, content(file.id()).orElseThrow());
                files.add(path);
            }
        }
        return files;
    }

    private static AggregateFile file(ResultSet row, int number) throws SQLException {
        Timestamp withdrawn = row.getTimestamp(9);
        return new AggregateFile(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                JSON.readValue(row.getString(6), new TypeReference<List<AggregateFile.Refusal>>() {}),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                Optional.ofNullable(withdrawn).map(Timestamp::toInstant));
    }
}
