package org.signalup.live.probe;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.live.internal.inbox.BatchJson;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.PeoplePolicy;
import org.signalup.people.Tokens;
import org.signalup.standards.LivePolicy;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The fleet of probes: set up by people, heard by their heartbeats. A probe is known by its token, which may send samples and nothing else. */
public final class Probes {
    private static final String SELECT = """
            select p.*, p.schedule::text as schedule_text, s.heard_at, s.beat_at, s.clock_offset_ms, s.software
            from probe p left join probe_state s using (probe_id)
            """;

    /** What the ledger knows of what an order names, as far as the one who asks sees it. */
    private static final String KNOWN = """
            select :place = '' or exists (select from place where place_id = :place) as place_id,
                :point = '' or exists (select from key_point where point_id = :point and :place in ('', place_id)) as point_id,
                :instrument = '' or exists (select from instrument where instrument_id = :instrument) as instrument_id
            """;

    private final Store store;
    private final Tokens tokens;
    private final PeoplePolicy people;
    private final LivePolicy.Probes policy;
    private final Clock clock;

    public Probes(Store store, Tokens tokens, PeoplePolicy people, LivePolicy.Probes policy, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.people = people;
        this.policy = policy;
        this.clock = clock;
    }

    public LivePolicy.Probes policy() {
        return policy;
    }

    /**
     * Sets one up, for the actor's organisation.
     *
     * @throws RefusedException if it cannot be as ordered
     */
    public Probe add(Actor actor, ProbeOrder order) {
        order.check();
        try {
            long id = store.change(
                    actor.scope(),
                    client -> bind(known(client, actor, order).sql("""
                            insert into probe (code, name, organisation_id, place_id, point_id, instrument_id, operator, schedule)
                            values (:code, :name, :organisation, :place, :point, :instrument, :operator, :schedule::jsonb)
                            returning probe_id
                            """), order)
                            .param("organisation", actor.organisation().id())
                            .query(Long.class)
                            .single());
            return find(actor, id).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw taken(order);
        }
    }

    /** A probe that names what is not there would send for nothing. */
    private static JdbcClient known(JdbcClient client, Actor actor, ProbeOrder order) {
        Map<String, Object> found = client.sql(KNOWN)
                .param("place", order.place())
                .param("point", order.point())
                .param("instrument", order.instrument())
                .query()
                .singleRow();
        List<Problem> problems = new ArrayList<>();
        Map.of("place_id", order.place(), "point_id", order.point(), "instrument_id", order.instrument())
                .forEach((field, id) -> {
                    if (found.get(field).equals(false)) {
                        problems.add(ProbeOrder.wrong(
                                field, id, Text.of("台账里没有，或不在您的管辖范围内", "is not in the ledger, or not in your reach")));
                    }
                });
        if (!order.operator().isEmpty() && !actor.reach().holdsOperator(order.operator())) {
            problems.add(
                    ProbeOrder.wrong("operator", order.operator(), Text.of("不是您的企业", "is not an operator of yours")));
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        return client;
    }

    private static RefusedException taken(ProbeOrder order) {
        return new RefusedException(
                ProbeOrder.wrong("code", order.code(), Text.of("已有这个编号的探针", "there is a probe of this code")));
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ProbeOrder order) {
        return statement
                .param("code", order.code())
                .param("name", order.name())
                .param("place", order.place())
                .param("point", order.point())
                .param("instrument", order.instrument())
                .param("operator", order.operator())
                .param("schedule", BatchJson.text(order.schedule()));
    }

    /**
     * Changes one that is still as it was read.
     *
     * @return false if somebody changed it meanwhile
     * @throws RefusedException if it cannot be as ordered
     */
    public boolean change(Actor actor, long id, ProbeOrder order, boolean active, int version) {
        order.check();
        try {
            return store.change(
                            actor.scope(),
                            client -> bind((active ? known(client, actor, order) : client).sql("""
                            update probe set code = :code, name = :name, place_id = :place, point_id = :point,
                                instrument_id = :instrument, operator = :operator, schedule = :schedule::jsonb,
                                active = :active, version = version + 1
                            where probe_id = :id and version = :version
                            """), order)
                                    .param("active", active)
                                    .param("id", id)
                                    .param("version", version)
                                    .update())
                    == 1;
        } catch (DuplicateKeyException e) {
            throw taken(order);
        }
    }

    /**
     * Makes a token for a probe; the one before ends.
     *
     * @return its text, told this once
     */
    public String renewToken(Actor actor, Probe probe) {
        Tokens.Made made =
                tokens.make(actor, "probe " + probe.order().code(), List.of(Capability.SAMPLE_SEND.name()), (int)
                        people.longestToken().toDays());
        store.run(
                actor.scope(),
                client -> client.sql("update probe set token_id = :token, version = version + 1 where probe_id = :id")
                        .param("token", made.token().id())
                        .param("id", probe.id())
                        .update());
        // Whoever made the one before may be of another account, or gone.
        probe.token()
                .ifPresent(old -> store.run(
                        Scope.PLATFORM,
                        client -> client.sql(
                                        "update api_token set revoked_at = now() where token_id = :old and revoked_at is null")
                                .param("old", old)
                                .update()));
        return made.secret();
    }

    public Optional<Probe> find(Actor actor, long id) {
        return store.read(
                actor.scope(),
                client -> client.sql(SELECT + " where p.probe_id = :id")
                        .param("id", id)
                        .query(Probes::probe)
                        .optional());
    }

    /** Those of the actor's organisations, by code, after one of them. */
    public List<Probe> list(Actor actor, String after, int most) {
        return store.read(
                actor.scope(),
                client -> client.sql(SELECT + " where lower(p.code) > lower(:after) order by lower(p.code) limit :most")
                        .param("after", after)
                        .param("most", most)
                        .query(Probes::probe)
                        .list());
    }

    /** The probe that shows a token. */
    public Optional<Probe> ofToken(long token) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(SELECT + " where p.token_id = :token and p.active")
                        .param("token", token)
                        .query(Probes::probe)
                        .optional());
    }

    private static Probe probe(ResultSet row, int number) throws SQLException {
        long token = row.getLong("token_id");
        OptionalLong tokenId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(token);
        long offset = row.getLong("clock_offset_ms");
        Optional<Duration> clockOffset = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(offset));
        return new Probe(
                row.getLong("probe_id"),
                order(row),
                row.getLong("organisation_id"),
                tokenId,
                row.getBoolean("active"),
                row.getInt("version"),
                instant(row, "heard_at"),
                instant(row, "beat_at"),
                clockOffset,
                Optional.ofNullable(row.getString("software")).orElse(""));
    }

    private static ProbeOrder order(ResultSet row) throws SQLException {
        return new ProbeOrder(
                row.getString("code"),
                row.getString("name"),
                row.getString("place_id"),
                row.getString("point_id"),
                row.getString("instrument_id"),
                row.getString("operator"),
                BatchJson.parse(row.getString("schedule_text"), new TypeReference<Schedule>() {}));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** How a probe is just now. */
    public Probe.Condition condition(Probe probe) {
        if (!probe.active()) {
            return Probe.Condition.RESTING;
        }
        if (probe.heardAt().isEmpty()) {
            return Probe.Condition.NEVER_HEARD;
        }
        if (probe.heardAt().get().plus(policy.silentAfter()).isBefore(clock.instant())) {
            return Probe.Condition.SILENT;
        }
        return clockIsOff(probe) ? Probe.Condition.CLOCK_OFF : Probe.Condition.FINE;
    }

    /** Whether its clock was off by more than the policy allows when it said last what it shows. */
    public boolean clockIsOff(Probe probe) {
        return probe.clockOffset()
                .filter(offset -> offset.abs().compareTo(policy.clockOffset()) > 0)
                .isPresent();
    }

    /** Notes that samples came. */
    public void heard(Probe probe) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql("""
                        insert into probe_state (probe_id) values (:id)
                        on conflict (probe_id) do update set heard_at = now()
                        """).param("id", probe.id()).update());
    }

    /** What a heartbeat is answered. */
    public record Beat(Instant receivedAt, Duration clockOffset, boolean clockIsOff) {}

    /**
     * Notes a heartbeat.
     *
     * @param sentAt by the probe's own clock
     * @param software what runs on it
     */
    public Beat beat(Probe probe, Instant sentAt, String software) {
        Instant now = clock.instant();
        Duration offset = Duration.between(now, sentAt);
        store.run(
                Scope.PLATFORM,
                client -> client.sql("""
                        insert into probe_state (probe_id, beat_at, clock_offset_ms, software) values (:id, now(), :offset, :software)
                        on conflict (probe_id) do update set heard_at = now(), beat_at = now(), clock_offset_ms = :offset,
                            software = :software
                        """)
                        .param("id", probe.id())
                        .param("offset", offset.toMillis())
                        .param("software", software)
                        .update());
        return new Beat(now, offset, offset.abs().compareTo(policy.clockOffset()) > 0);
    }
}
