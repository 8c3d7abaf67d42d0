package org.signalup.register;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.ledger.LedgerDivisions;
import org.signalup.register.internal.Json;
import org.signalup.register.internal.Refusals;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 行政区划 with the days each code is valid: names for people, and for the ledger an evaluation reads. A place whose code has ended
 * is found by {@link EntryQuery#code()}, and follows when the code is replaced.
 */
public final class Divisions {
    /** Open ends as the database has them. */
    static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final String PUT = """
            with sent as (select * from jsonb_to_recordset(:rows::jsonb)
                as r(code text, name text, parent text, valid_from date, valid_to date)),
            put as (insert into division (code, name, parent, valid_from, valid_to)
                select code, name, parent, valid_from, valid_to from sent
                on conflict (code, valid_from) do update set name = excluded.name, parent = excluded.parent, valid_to = excluded.valid_to
                where (division.name, division.parent, division.valid_to) is distinct from (excluded.name, excluded.parent, excluded.valid_to)
                returning version)
            select count(*) filter (where version = 1) as added, count(*) filter (where version > 1) as changed from put
            """;

    private final Store store;

    public Divisions(Store store) {
        this.store = store;
    }

    /** What a table changed. */
    public record Applied(int added, int changed, int unchanged) {}

    /**
     * Divisions in the order of their codes.
     *
     * @param prefix of the codes; empty = all
     * @param on valid on that day; empty = whenever
     * @param after code and first day of the last one seen, as {@code code|day}; empty to begin
     */
    public List<Division> list(Scope scope, String prefix, Optional<LocalDate> on, String after, int most) {
        String sql = """
                select * from division
                where starts_with(code, :prefix) and (:on::date is null or :on::date between valid_from and valid_to)
                  and (code || '|' || valid_from) > :after
                order by code || '|' || valid_from limit :most
                """;
        return store.read(
                scope,
                client -> client.sql(sql)
                        .param("prefix", prefix)
                        .param("on", on.map(LocalDate::toString).orElse(null))
                        .param("after", after)
                        .param("most", most)
                        .query((row, number) -> division(row))
                        .list());
    }

    /** Where a list goes on after a division. */
    public static String key(Division division) {
        return division.code() + "|" + division.from().orElse(FIRST);
    }

    /** Names of all codes valid on a day. */
    public Map<String, String> names(Scope scope, LocalDate on) {
        Map<String, String> names = new LinkedHashMap<>();
        store.read(
                scope,
                client -> client.sql("select code, name from division where :on between valid_from and valid_to")
                        .param("on", on)
                        .query((row, number) -> names.put(row.getString(1), row.getString(2)))
                        .list());
        return names;
    }

    /**
     * Takes in a table of divisions: all rows or none. Codes it does not name stay.
     *
     * @throws RefusedException if a row is wrong, a code would be valid twice on one day, or lies out of reach
     */
    public Applied put(Scope scope, Path file, String reason) {
        return put(
                scope,
                LedgerDivisions.read(file).stream()
                        .map(valid -> new Division(
                                valid.division().code(),
                                valid.division().name(),
                                valid.division().parent().orElse(""),
                                Optional.of(valid.from()).filter(day -> day.isAfter(FIRST)),
                                Optional.of(valid.to()).filter(day -> day.isBefore(LAST)),
                                0))
                        .toList(),
                reason);
    }

    private Applied put(Scope scope, List<Division> divisions, String reason) {
        return Refusals.inWords("", () -> store.change(scope, reason, client -> put(client, divisions)));
    }

    private static Applied put(JdbcClient client, List<Division> divisions) {
        return client.sql(PUT)
                .param("rows", Json.write(divisions.stream().map(Divisions::row).toList()))
                .query((row, number) -> {
                    int added = row.getInt("added");
                    int changed = row.getInt("changed");
                    return new Applied(added, changed, divisions.size() - added - changed);
                })
                .single();
    }

    private static Map<String, Object> row(Division division) {
        return Map.of(
                "code",
                division.code(),
                "name",
                division.name(),
                "parent",
                division.parent(),
                "valid_from",
                division.from().orElse(FIRST).toString(),
                "valid_to",
                division.to().orElse(LAST).toString());
    }

    /**
     * 区划代码变更: a code ends the day before, another one begins, and the places that had the old one get the new one. What has a
     * frozen baseline stays in it: a code that would lead out of one is refused.
     *
     * @return how many places followed
     */
    public int replace(Scope scope, String old, Division fresh, String reason) {
        LocalDate day = fresh.from()
                .orElseThrow(() ->
                        Refusals.refused(fresh.code(), "DATE_MISSING", Text.of("要写明生效日期", "the first day is needed")));
        if (fresh.code().isBlank() || fresh.name().isBlank() || fresh.code().equals(old)) {
            throw Refusals.refused(
                    fresh.code(), "DIVISION", Text.of("要写明另一个代码和名称", "another code and its name are needed"));
        }
        return Refusals.inWords(
                old,
                () -> store.change(scope, reason, client -> {
                    int ended =
                            client.sql("""
                                    update division set valid_to = :day::date - 1
                                    where code = :old and valid_from < :day::date and :day::date <= valid_to
                                    """).param("old", old).param("day", day).update();
                    if (ended != 1) {
                        throw Refusals.refused(
                                old,
                                "DIVISION_UNKNOWN",
                                Text.of("那一天这个代码不再有效，或不在您的管辖范围内", "is not valid on that day, or outside your reach"));
                    }
                    put(client, List.of(fresh));
                    return client.sql("update place set division_code = :code where division_code = :old")
                            .param("code", fresh.code())
                            .param("old", old)
                            .update();
                }));
    }

    private static Division division(ResultSet row) throws SQLException {
        return new Division(
                row.getString("code"),
                row.getString("name"),
                row.getString("parent"),
                Optional.of(row.getObject("valid_from", LocalDate.class)).filter(day -> day.isAfter(FIRST)),
                Optional.of(row.getObject("valid_to", LocalDate.class)).filter(day -> day.isBefore(LAST)),
                row.getInt("version"));
    }
}
