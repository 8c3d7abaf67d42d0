package org.signalup.job.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.job.Job;
import org.signalup.job.JobOrder;
import org.signalup.job.JobState;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Jobs as rows. */
public final class JobRows {
    public static final String SELECT = """
            select j.job_id, j.wanted::text as wanted, j.organisation_id, j.account_id, j.account_name, j.state, j.cancel_asked,
                   j.attempt, j.problems::text as problems, j.ledger_version, j.created_at, j.started_at, j.ended_at, j.version,
                   coalesce(p.phase_zh, '') as phase_zh, coalesce(p.phase_en, '') as phase_en,
                   coalesce(p.done, 0) as done, coalesce(p.total, 0) as total
            from job j left join job_progress p using (job_id)
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JobRows() {}

    public static Job of(ResultSet row, int number) throws SQLException {
        long ledger = row.getLong("ledger_version");
        OptionalLong version = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(ledger);
        return new Job(
                row.getLong("job_id"),
                order(row.getString("wanted")),
                row.getLong("organisation_id"),
                row.getLong("account_id"),
                row.getString("account_name"),
                JobState.valueOf(row.getString("state")),
                row.getBoolean("cancel_asked"),
                row.getInt("attempt"),
                JSON.readValue(row.getString("problems"), new TypeReference<List<Problem>>() {}),
                version,
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")),
                Text.of(row.getString("phase_zh"), row.getString("phase_en")),
                row.getLong("done"),
                row.getLong("total"),
                row.getInt("version"));
    }

    private static Optional<Instant> instant(Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    public static JobOrder order(String json) {
        return JSON.readValue(json, JobOrder.class);
    }

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
