package org.signalup.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.register.internal.Refusals;
import org.signalup.standards.Programme;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Base figures, one for a region, scenario and target, each with where it is from. */
public final class BaseFigures {
    private static final String PUT = """
            insert into base_figure (division_code, scenario, target, number, source, stated_on, account_name)
            values (:division, :scenario, :target, :number, :source, :day, coalesce(current_setting('signalup.account_name', true), ''))
            on conflict (division_code, scenario, target) do update set number = excluded.number, source = excluded.source,
                stated_on = excluded.stated_on, account_name = excluded.account_name
            where base_figure.version = :version or :version = 0
            returning figure_id
            """;

    private final Store store;
    private final Programme programme;

    public BaseFigures(Store store, Programme programme) {
        this.store = store;
        this.programme = programme;
    }

    /**
     * States a figure, or another one in its place.
     *
     * @param figure its id and name of who states it are passed over; version 0 = whatever stands there now
     * @throws org.signalup.domain.RefusedException if it has no source, an unknown target, or was changed meanwhile
     */
    public BaseFigure put(Scope scope, BaseFigure figure) {
        boolean known =
                programme.targets().stream().anyMatch(target -> target.id().equals(figure.target()));
        if (!known || figure.source().isBlank() || figure.divisionCode().isBlank()) {
            throw Refusals.refused(
                    figure.target(),
                    "BASE_FIGURE",
                    Text.of(
                            "底数要有地区、方案里的目标和数字出处",
                            "a base figure needs a region, a target of the programme and its source"));
        }
        if (!(figure.number() >= 0)) {
            throw Refusals.refused(
                    String.valueOf(figure.number()),
                    "BASE_FIGURE",
                    Text.of("底数应为不小于 0 的数", "a base figure is a number of at least 0"));
        }
        Refusals.notAfterToday(figure.statedOn(), programme.zone());
        long id = Refusals.inWords(
                        figure.target(),
                        () -> store.change(
                                scope,
                                figure.source(),
                                client -> client.sql(PUT)
                                        .param("division", figure.divisionCode())
                                        .param("scenario", figure.scenario())
                                        .param("target", figure.target())
                                        .param("number", figure.number())
                                        .param("source", figure.source().strip())
                                        .param("day", figure.statedOn())
                                        .param("version", figure.version())
                                        .query(Long.class)
                                        .optional()))
                .orElseThrow(() -> Refusals.refused(
                        figure.target(),
                        "CHANGED_MEANWHILE",
                        Text.of("别人刚改过这个底数，请先看新值", "somebody changed this figure meanwhile; look at it first")));
        return find(scope, id).orElseThrow();
    }

    public Optional<BaseFigure> find(Scope scope, long id) {
        return list(scope, "where figure_id = " + id).stream().findFirst();
    }

    /** All figures within reach. */
    public List<BaseFigure> list(Scope scope) {
        return list(scope, "");
    }

    private List<BaseFigure> list(Scope scope, String where) {
        String sql = "select * from base_figure " + where + " order by target, division_code, scenario";
        return store.read(
                scope,
                client -> client.sql(sql).query((row, number) -> figure(row)).list());
    }

    private static BaseFigure figure(ResultSet row) throws SQLException {
        return new BaseFigure(
                row.getLong("figure_id"),
                row.getString("division_code"),
                row.getString("scenario"),
                row.getString("target"),
                row.getDouble("number"),
                row.getString("source"),
                row.getObject("stated_on", LocalDate.class),
                row.getString("account_name"),
                row.getInt("version"));
    }
}
