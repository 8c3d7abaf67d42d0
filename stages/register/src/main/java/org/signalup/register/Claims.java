package org.signalup.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.register.internal.Refusals;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** What operators say is done. */
public final class Claims {
    private static final String STATE = """
            insert into claim (subject, subject_key, place_id, division_code, scenario, operator, done_on, note, account_name)
            select :subject, t.%1$s, %2$s, t.division_code, t.scenario, :operator, :day, :note,
                coalesce(current_setting('signalup.account_name', true), '')
            from %3$s t where t.%1$s = :id
            returning claim_id
            """;

    private final Store store;
    private final Programme programme;

    public Claims(Store store, Programme programme) {
        this.store = store;
        this.programme = programme;
    }

    /**
     * States that a place or line is done; one claim of an operator stands at a time.
     *
     * @throws org.signalup.domain.RefusedException if it is not there, the operator is unknown or not one's own, or has one standing
     */
    public Claim state(Scope scope, Subject subject, String id, String operator, LocalDate doneOn, String note) {
        Operator known = programme
                .findOperator(operator)
                .orElseThrow(
                        () -> Refusals.refused(operator, "OPERATOR_UNKNOWN", Text.of("运营商不认识", "unknown operator")));
        Refusals.notAfterToday(doneOn, programme.zone());
        if (of(scope, subject, id).stream()
                .anyMatch(
                        made -> made.withdrawnAt().isEmpty() && made.operator().equals(known.code()))) {
            throw Refusals.refused(
                    id,
                    "CLAIM_STANDING",
                    Text.of("已经上报过；要改先撤回", "is reported done already; withdraw that to state another day"));
        }
        String place = subject == Subject.PLACE ? "t.place_id" : "null";
        String sql = STATE.formatted(subject.key(), place, subject.table());
        long claim = Refusals.inWords(
                        id,
                        () -> store.change(
                                scope,
                                note,
                                client -> client.sql(sql)
                                        .param("subject", subject.table())
                                        .param("operator", known.code())
                                        .param("day", doneOn)
                                        .param("note", note.strip())
                                        .param("id", id)
                                        .query(Long.class)
                                        .optional()))
                .orElseThrow(() -> Refusals.refused(id, "NOT_THERE", Text.of("台账里没有", "is not in the ledger")));
        return find(scope, claim).orElseThrow();
    }

    /** Takes a claim back; that it was made stays on record. */
    public Claim withdraw(Scope scope, long id, String reason) {
        String sql = "update claim set withdrawn_at = now() where claim_id = :id and withdrawn_at is null";
        int withdrawn = store.change(
                scope, reason, client -> client.sql(sql).param("id", id).update());
        if (withdrawn == 0) {
            throw Refusals.refused(
                    String.valueOf(id), "NOT_THERE", Text.of("没有这条上报，或已撤回", "no such claim, or it was withdrawn"));
        }
        return find(scope, id).orElseThrow();
    }

    public Optional<Claim> find(Scope scope, long id) {
        return store.read(
                scope,
                client -> client.sql("select * from claim where claim_id = :id")
                        .param("id", id)
                        .query((row, number) -> claim(row))
                        .optional());
    }

    /** Claims about one place or line, withdrawn ones too, newest first. */
    public List<Claim> of(Scope scope, Subject subject, String id) {
        return store.read(
                scope,
                client -> client.sql(
                                "select * from claim where subject = :subject and subject_key = :id order by claim_id desc")
                        .param("subject", subject.table())
                        .param("id", id)
                        .query((row, number) -> claim(row))
                        .list());
    }

    /** Claims in the order they were made, after one. */
    public Page<Claim> list(Scope scope, long after, int limit) {
        List<Claim> found = store.read(
                scope,
                client -> client.sql("select * from claim where claim_id > :after order by claim_id limit :limit")
                        .param("after", after)
                        .param("limit", limit + 1)
                        .query((row, number) -> claim(row))
                        .list());
        boolean more = found.size() > limit;
        List<Claim> items = more ? found.subList(0, limit) : found;
        return new Page<>(
                items, more ? Optional.of(String.valueOf(items.get(limit - 1).id())) : Optional.empty());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Claim(
                row.getLong("claim_id"),
                Subject.ofTable(row.getString("subject")),
                row.getString("subject_key"),
                row.getString("operator"),
                row.getObject("done_on", LocalDate.class),
                row.getString("note"),
                row.getString("account_name"),
                row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(withdrawn).map(OffsetDateTime::toInstant),
                row.getInt("version"));
    }
}
