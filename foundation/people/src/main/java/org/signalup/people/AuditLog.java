package org.signalup.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.signalup.store.Store;

/** 操作记录: who changed what, when and why; what somebody may see of it is the database's part. */
public final class AuditLog {
    private static final String CHOSEN = """
            select seq, at, account_name, subject, subject_key, coalesce(division_code, '') as division, action,
                   coalesce(before::text, '') as before, coalesce(after::text, '') as after, reason
            from audit
            where (:who = '' or strpos(lower(account_name), lower(:who)) > 0)
              and (:subject = '' or subject = :subject) and (:key = '' or subject_key = :key)
              and (:from::date is null or at >= :from::date::timestamp at time zone :zone)
              and (:to::date is null or at < (:to::date + 1)::timestamp at time zone :zone)
              and seq < :before
            order by seq desc limit :most
            """;

    private final Store store;
    private final ZoneId zone;

    /** @param zone of the days somebody asks for */
    public AuditLog(Store store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /**
     * A change.
     *
     * @param subject table, and key of the row that changed
     * @param before the row as JSON, without secrets; empty for a new one
     * @param after the same; empty for one removed
     */
    public record Entry(
            long seq,
            OffsetDateTime at,
            String who,
            String subject,
            String key,
            String division,
            String action,
            String before,
            String after,
            String reason) {}

    /** Which changes a list shows; empty texts choose nothing. */
    public record Choice(String who, String subject, String key, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /**
     * The newest first.
     *
     * @param before number of the last one seen; {@link Long#MAX_VALUE} to begin
     */
    public List<Entry> list(Actor actor, Choice choice, long before, int most) {
        return store.read(
                actor.scope(),
                client -> client.sql(CHOSEN)
                        .param("zone", zone.getId())
                        .param("who", choice.who())
                        .param("subject", choice.subject())
                        .param("key", choice.key())
                        .param("from", choice.from().map(LocalDate::toString).orElse(null))
                        .param("to", choice.to().map(LocalDate::toString).orElse(null))
                        .param("before", before)
                        .param("most", most)
                        .query((row, number) -> entry(row))
                        .list());
    }

    /** The tables of which changes are recorded and may be seen. */
    public List<String> subjects(Actor actor) {
        return store.read(
                actor.scope(),
                client -> client.sql("select distinct subject from audit order by subject")
                        .query(String.class)
                        .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("account_name"),
                row.getString("subject"),
                row.getString("subject_key"),
                row.getString("division"),
                row.getString("action"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"));
    }
}
