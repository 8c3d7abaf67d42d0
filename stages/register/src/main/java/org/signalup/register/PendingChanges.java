package org.signalup.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.register.PendingChange.Action;
import org.signalup.register.PendingChange.State;
import org.signalup.register.internal.ExemptionLimit;
import org.signalup.register.internal.Refusals;
import org.signalup.standards.Programme;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Taking something out of a frozen baseline: one person asks and says why, another one, who may freeze baselines, decides. That
 * they are two the database sees to.
 */
public final class PendingChanges {
    private static final String ASK = """
            insert into pending_change (subject, subject_key, name, place_id, division_code, scenario, action, exempt_reason, reason,
                requested_by, requested_name)
            select :subject, t.%s, t.name, t.place_id, t.division_code, t.scenario, :action, :exempt, :reason, 0, ''
            from %s t where t.%1$s = :id
            returning change_id
            """;

    private final Store store;
    private final ExemptionLimit limit;

    public PendingChanges(Store store, Programme programme) {
        this.store = store;
        this.limit = new ExemptionLimit(programme);
    }

    /**
     * Asks for something to be taken out.
     *
     * @param exemptReason 免测原因, needed to exempt
     * @param reason why it is asked for, needed always
     * @throws org.signalup.domain.RefusedException if a reason is missing, too much is exempt already, or it is asked for already
     */
    public long ask(Scope scope, Subject subject, String id, Action action, String exemptReason, String reason) {
        boolean reasons = !reason.isBlank() && (action == Action.REMOVE || !exemptReason.isBlank());
        boolean possible = subject == Subject.KEY_POINT || (subject == Subject.PLACE && action == Action.REMOVE);
        if (!reasons || !possible) {
            throw Refusals.refused(
                    id,
                    "REASON_MISSING",
                    Text.of(
                            "要写明理由；免测的是关键点位，并要写免测原因",
                            "a reason is needed; what is exempted is a key point, with the reason it is exempt for"));
        }
        return Refusals.inWords(
                id,
                () -> store.change(scope, reason, client -> {
                    if (action == Action.EXEMPT) {
                        limit.check(client, id);
                    }
                    return client.sql(ASK.formatted(subject.key(), subject.table()))
                            .param("subject", subject.table())
                            .param("action", action.name())
                            .param("exempt", exemptReason.strip())
                            .param("reason", reason.strip())
                            .param("id", id)
                            .query(Long.class)
                            .optional()
                            .orElseThrow(
                                    () -> Refusals.refused(id, "NOT_THERE", Text.of("台账里没有", "is not in the ledger")));
                }));
    }

    /** Agrees, and takes it out at once. */
    public void confirm(Scope scope, long id, String note) {
        PendingChange change = find(scope, id)
                .orElseThrow(
                        () -> Refusals.refused(String.valueOf(id), "NOT_THERE", Text.of("没有这项申请", "no such request")));
        String why = change.reason() + " · " + change.requestedName();
        Refusals.inWords(
                change.subjectId(),
                () -> store.change(scope, why, client -> {
                    if (change.action() == Action.EXEMPT) {
                        limit.check(client, change.subjectId());
                    }
                    decide(client, id, State.CONFIRMED, note);
                    int taken = change.action() == Action.EXEMPT ? exempt(client, change) : remove(client, change);
                    if (taken != 1) {
                        throw Refusals.refused(
                                change.subjectId(),
                                "NOT_THERE",
                                Text.of("台账里没有了，或您不能编辑它", "is gone, or you may not edit it"));
                    }
                    return true;
                }));
    }

    private static int exempt(JdbcClient client, PendingChange change) {
        return client.sql("update key_point set exempt_reason = :why where point_id = :id")
                .param("why", change.exemptReason())
                .param("id", change.subjectId())
                .update();
    }

    private static int remove(JdbcClient client, PendingChange change) {
        if (change.subject() == Subject.PLACE) {
            client.sql("delete from key_point where place_id = :id")
                    .param("id", change.subjectId())
                    .update();
        }
        return client.sql("delete from %s where %s = :id"
                        .formatted(change.subject().table(), change.subject().key()))
                .param("id", change.subjectId())
                .update();
    }

    /** Says no. */
    public void reject(Scope scope, long id, String note) {
        decided(scope, id, State.REJECTED, note);
    }

    /** Who asked takes it back. */
    public void withdraw(Scope scope, long id) {
        decided(scope, id, State.WITHDRAWN, "");
    }

    private void decided(Scope scope, long id, State state, String note) {
        Refusals.inWords(
                String.valueOf(id), () -> store.change(scope, note, client -> decide(client, id, state, note)));
    }

    private static boolean decide(JdbcClient client, long id, State state, String note) {
        int decided = client.sql(
                        "update pending_change set state = :state, decision_note = :note where change_id = :id")
                .param("state", state.name())
                .param("note", note)
                .param("id", id)
                .update();
        if (decided == 0) {
            throw Refusals.refused(
                    String.valueOf(id),
                    "SECOND_PERSON",
                    Text.of("须由申请人以外、有权冻结基线的人处理", "somebody else, who may freeze the baseline, has to decide this"));
        }
        return true;
    }

    public Optional<PendingChange> find(Scope scope, long id) {
        return store.read(
                scope,
                client -> client.sql("select * from pending_change where change_id = :id")
                        .param("id", id)
                        .query((row, number) -> change(row))
                        .optional());
    }

    /**
     * Requests, newest first.
     *
     * @param state of one state, or all
     * @param before number of the last one seen; {@link Long#MAX_VALUE} to begin
     */
    public List<PendingChange> list(Scope scope, Optional<State> state, long before, int most) {
        String sql = "select * from pending_change where (:state::text is null or state = :state::text)"
                + " and change_id < :before order by change_id desc limit :most";
        return store.read(
                scope,
                client -> client.sql(sql)
                        .param("state", state.map(State::name).orElse(null))
                        .param("before", before)
                        .param("most", most)
                        .query((row, number) -> change(row))
                        .list());
    }

    private static PendingChange change(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new PendingChange(
                row.getLong("change_id"),
                Subject.ofTable(row.getString("subject")),
                row.getString("subject_key"),
                row.getString("name"),
                Action.valueOf(row.getString("action")),
                row.getString("exempt_reason"),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                row.getLong("requested_by"),
                row.getString("requested_name"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_name"),
                Optional.ofNullable(decided).map(OffsetDateTime::toInstant),
                row.getString("decision_note"));
    }
}
