package org.signalup.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.privacy.internal.Json;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import tools.jackson.core.type.TypeReference;

/** The daily purge of a platform, and what each one did. */
public final class PurgeRuns {
    private final Store store;
    private final Purge purge;
    private final int hour;
    private final ZoneId zone;
    private final Clock clock;

    /** @param hour of the day, in the zone, from which the purge of that day is due */
    public PurgeRuns(Store store, Purge purge, int hour, ZoneId zone, Clock clock) {
        this.store = store;
        this.purge = purge;
        this.hour = hour;
        this.zone = zone;
        this.clock = clock;
    }

    /** Purges if today's is due and was not done yet. */
    public Optional<PurgeRun> purgeIfDue() {
        boolean hourHasCome = !LocalTime.ofInstant(clock.instant(), zone).isBefore(LocalTime.of(hour, 0));
        return hourHasCome && !doneToday() ? Optional.of(run("")) : Optional.empty();
    }

    /** Purges now, because somebody asked. */
    public PurgeRun order(Actor actor) {
        return run(actor.name());
    }

    private boolean doneToday() {
        return store.read(
                        Scope.PLATFORM,
                        client -> client.sql(
                                        "select count(*) from purge_run where day = :day and ordered_by = '' and problem is null")
                                .param("day", purge.today())
                                .query(Long.class)
                                .single())
                > 0;
    }

    private synchronized PurgeRun run(String orderedBy) {
        Instant began = clock.instant();
        try {
            return keep(new PurgeRun(0, orderedBy, began, Instant.MAX, purge.purge(), Text.same("")));
        } catch (RefusedException refused) {
            return keep(new PurgeRun(
                    0,
                    orderedBy,
                    began,
                    Instant.MAX,
                    List.of(),
                    refused.problems().get(0).message()));
        }
    }

    private PurgeRun keep(PurgeRun done) {
        Instant ended = clock.instant();
        Optional<Long> id = store.change(
                Scope.PLATFORM,
                client -> client.sql("""
                        insert into purge_run (day, ordered_by, began_at, ended_at, removed, problem)
                        values (:day, :by, :began, :ended, :removed::jsonb, :problem::jsonb)
                        on conflict do nothing returning purge_id
                        """)
                        .param("day", purge.today())
                        .param("by", done.orderedBy())
                        .param("began", Timestamp.from(done.began()))
                        .param("ended", Timestamp.from(ended))
                        .param("removed", Json.of(done.removed()))
                        .param("problem", done.failed() ? Json.of(done.problem()) : null)
                        .query(Long.class)
                        .optional());
        return new PurgeRun(id.orElse(0L), done.orderedBy(), done.began(), ended, done.removed(), done.problem());
    }

    /** The newest first, of those before another (0: the newest). */
    public List<PurgeRun> list(Scope scope, long before, int most) {
        return store.read(
                scope,
                client -> client.sql("""
                        select purge_id, ordered_by, began_at, ended_at, removed::text as removed, problem::text as problem
                        from purge_run where :before = 0 or purge_id < :before order by purge_id desc limit :most
                        """)
                        .param("before", before)
                        .param("most", most)
                        .query(PurgeRuns::of)
                        .list());
    }

    private static PurgeRun of(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        return new PurgeRun(
                row.getLong("purge_id"),
                row.getString("ordered_by"),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                Json.parse(row.getString("removed"), new TypeReference<List<Purged>>() {}),
                problem == null ? Text.same("") : Json.parse(problem, new TypeReference<Text>() {}));
    }

    /** The hour from which a day's purge is due. */
    public int hour() {
        return hour;
    }
}
