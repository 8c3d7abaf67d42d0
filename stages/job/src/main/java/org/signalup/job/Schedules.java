package org.signalup.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.job.internal.JobRows;
import org.signalup.people.Actor;
import org.signalup.people.Actors;
import org.signalup.people.Capability;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Evaluations of every month: each month is ordered once, however many processes look and however long none did. */
public final class Schedules {
    private static final int LAST_DAY = 28;
    private static final int LAST_HOUR = 23;
    private static final String SELECT = """
            select schedule_id, name, wanted::text as wanted, day, hour, next_month, active, version, account_id
            from evaluation_schedule
            """;

    private final Store store;
    private final Jobs jobs;
    private final JobSettings settings;
    private final Clock clock;

    public Schedules(Store store, JobSettings settings, Clock clock) {
        this.store = store;
        this.jobs = new Jobs(store, settings);
        this.settings = settings;
        this.clock = clock;
    }

    /** When a schedule begins. */
    public record When(int day, int hour) {}

    public List<Schedule> list(Scope scope) {
        return store.read(
                scope,
                client -> client.sql(SELECT + " order by name, schedule_id")
                        .query(Schedules::schedule)
                        .list());
    }

    /**
     * Has every month evaluated from the one that is not over yet.
     *
     * @param order its name begins the names of the evaluations
     * @throws RefusedException if it cannot be carried out as ordered
     */
    public long add(Actor actor, JobOrder order, When when) {
        LocalDate month = today().withDayOfMonth(1);
        jobs.check(actor, order.month(name(order.name(), month), month));
        if (when.day() < 1 || when.day() > LAST_DAY) {
            throw new RefusedException(
                    JobOrder.wrong("day", Integer.toString(when.day()), Text.of("应为 1 到 28", "expected: 1 to 28")));
        }
        if (when.hour() < 0 || when.hour() > LAST_HOUR) {
            throw new RefusedException(
                    JobOrder.wrong("hour", Integer.toString(when.hour()), Text.of("应为 0 到 23", "expected: 0 to 23")));
        }
        return store.change(
                actor.scope(),
                client -> client.sql("""
                        insert into evaluation_schedule (name, wanted, day, hour, organisation_id, account_id, next_month)
                        values (:name, :wanted::jsonb, :day, :hour, :organisation, :account, :month) returning schedule_id
                        """)
                        .param("name", order.name())
                        .param("wanted", JobRows.json(order))
                        .param("day", when.day())
                        .param("hour", when.hour())
                        .param("organisation", actor.organisation().id())
                        .param("account", actor.account())
                        .param("month", month)
                        .query(Long.class)
                        .single());
    }

    /** Puts a schedule to rest, or wakes it: months that passed meanwhile are left out. */
    public boolean activate(Scope scope, long id, boolean active) {
        return store.change(
                        scope,
                        client -> client.sql("""
                        update evaluation_schedule set active = :active, version = version + 1,
                            next_month = case when :active then greatest(next_month, :month::date) else next_month end
                        where schedule_id = :id and active <> :active
                        """)
                                .param("active", active)
                                .param("month", today().withDayOfMonth(1))
                                .param("id", id)
                                .update())
                == 1;
    }

    /** Orders what is due; a month that was missed is ordered now. Returns the jobs. */
    public List<Job> orderDue() {
        return store.change(
                Scope.PLATFORM,
                client -> client
                        .sql(SELECT + " where active order by schedule_id for update skip locked")
                        .query((row, number) -> new Due(schedule(row, number), row.getLong("account_id")))
                        .list()
                        .stream()
                        .flatMap(due -> order(client, due).stream())
                        .toList());
    }

    private record Due(Schedule schedule, long account) {}

    private List<Job> order(JdbcClient client, Due due) {
        Optional<Actor> actor =
                new Actors(store).find(due.account()).filter(found -> found.may(Capability.EVALUATION_RUN));
        LocalDate month = due.schedule().nextMonth();
        java.util.ArrayList<Job> ordered = new java.util.ArrayList<>();
        while (actor.isPresent() && isDue(due.schedule(), month)) {
            String name = name(due.schedule().name(), month);
            if (free(client, name)) {
                ordered.add(
                        Jobs.insert(client, actor.get(), due.schedule().order().month(name, month)));
            }
            month = month.plusMonths(1);
        }
        client.sql(
                        "update evaluation_schedule set next_month = :month where schedule_id = :id and next_month <> :month")
                .param("month", month)
                .param("id", due.schedule().id())
                .update();
        return ordered;
    }

    /** Somebody may have evaluated the month under this very name. */
    private boolean free(JdbcClient client, String name) {
        return !java.nio.file.Files.exists(settings.evaluations().resolve(name))
                && client.sql("select count(*) from job where name = :name and state in ('QUEUED', 'RUNNING', 'DONE')")
                                .param("name", name)
                                .query(Long.class)
                                .single()
                        == 0;
    }

    private boolean isDue(Schedule schedule, LocalDate month) {
        LocalDateTime from = month.plusMonths(1).withDayOfMonth(schedule.day()).atTime(schedule.hour(), 0);
        return !LocalDateTime.ofInstant(clock.instant(), settings.zone()).isBefore(from);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private static String name(String name, LocalDate month) {
        return name + "-" + month.toString().substring(0, 7);
    }

    private static Schedule schedule(ResultSet row, int number) throws SQLException {
        return new Schedule(
                row.getLong("schedule_id"),
                row.getString("name"),
                JobRows.order(row.getString("wanted")),
                row.getInt("day"),
                row.getInt("hour"),
                row.getDate("next_month").toLocalDate(),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
