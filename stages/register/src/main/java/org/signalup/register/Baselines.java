package org.signalup.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.register.internal.Refusals;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Freezing the ledger; a baseline is never changed or removed. */
public final class Baselines {
    private static final String FREEZE = """
            insert into baseline (name, division_code, scenario, frozen_on, account_name, ledger_version, places, points, exempt)
            select :name, :division, :scenario, :day, coalesce(current_setting('signalup.account_name', true), ''), ledger_version(),
                count(*), coalesce(sum(s.points), 0), coalesce(sum(s.exempt), 0)
            from place p left join place_points s using (place_id)
            where starts_with(p.division_code, :division) and :scenario in ('', p.scenario)
            having count(*) > 0
            returning baseline_id
            """;
    private static final String FROZEN = """
            select in_baseline(t.division_code, t.scenario, t.added_at) from %s t where t.%s = :id
            """;

    private final Store store;
    private final ZoneId zone;

    /** @param zone in which days are told */
    public Baselines(Store store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /**
     * Freezes what is in the ledger now.
     *
     * @param division prefix of division codes; empty = everywhere
     * @param scenario empty = all
     */
    public Baseline freeze(Scope scope, String name, String division, String scenario, LocalDate day) {
        if (name.isBlank()) {
            throw Refusals.refused("", "NAME_MISSING", Text.of("基线要有名称", "a baseline needs a name"));
        }
        Refusals.notAfterToday(day, zone);
        long id = Refusals.inWords(
                        name,
                        () -> store.change(
                                scope,
                                name,
                                client -> client.sql(FREEZE)
                                        .param("name", name.strip())
                                        .param("division", division)
                                        .param("scenario", scenario)
                                        .param("day", day)
                                        .query(Long.class)
                                        .optional()))
                .orElseThrow(() -> Refusals.refused(
                        name, "NOTHING_TO_FREEZE", Text.of("这个范围里没有场所，没有可冻结的", "there are no places in it to freeze")));
        return list(scope).stream()
                .filter(baseline -> baseline.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** All baselines, newest first. */
    public List<Baseline> list(Scope scope) {
        return store.read(
                scope,
                client -> client.sql("select * from baseline order by baseline_id desc")
                        .query((row, number) -> new Baseline(
                                row.getLong("baseline_id"),
                                row.getString("name"),
                                row.getString("division_code"),
                                row.getString("scenario"),
                                row.getObject("frozen_on", LocalDate.class),
                                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                                row.getString("account_name"),
                                row.getLong("ledger_version"),
                                row.getInt("places"),
                                row.getInt("points"),
                                row.getInt("exempt")))
                        .list());
    }

    /** Whether an entry is part of a frozen baseline, so that taking it out needs a second person. */
    public boolean holds(Scope scope, Subject subject, String id) {
        return (subject == Subject.PLACE || subject == Subject.KEY_POINT)
                && store.read(
                        scope,
                        client -> client.sql(FROZEN.formatted(subject.table(), subject.key()))
                                .param("id", id)
                                .query(Boolean.class)
                                .optional()
                                .orElse(false));
    }
}
