package org.signalup.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.register.internal.Refusals;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Kinds of key points a place of its scenario should have: which are there, missing, or declared 不适用. */
public final class ExpectedKinds {
    private final Store store;
    private final Programme programme;

    public ExpectedKinds(Store store, Programme programme) {
        this.store = store;
        this.programme = programme;
    }

    /**
     * One kind at one place.
     *
     * @param points how many the place has
     * @param absentReason why it has none and needs none, if somebody said so
     */
    public record Expected(String kind, int points, Optional<String> absentReason) {
        public boolean missing() {
            return points == 0 && absentReason.isEmpty();
        }
    }

    /** The kinds of the place's scenario, in the order of the programme. */
    public List<Expected> of(Scope scope, String place, String scenario) {
        String counted = "select kind, count(*) as n from key_point where place_id = :id group by kind";
        Map<String, Integer> points = new LinkedHashMap<>();
        Map<String, String> absent = new LinkedHashMap<>();
        store.read(scope, client -> {
            client.sql(counted)
                    .param("id", place)
                    .query((row, number) -> points.put(row.getString("kind"), row.getInt("n")))
                    .list();
            return client.sql("select kind, reason from absent_kind where place_id = :id")
                    .param("id", place)
                    .query((row, number) -> absent.put(row.getString("kind"), row.getString("reason")))
                    .list();
        });
        List<String> kinds =
                programme.findScenario(scenario).map(Scenario::pointKinds).orElse(List.of());
        return kinds.stream()
                .map(kind -> new Expected(kind, points.getOrDefault(kind, 0), Optional.ofNullable(absent.get(kind))))
                .toList();
    }

    /** Declares that a place has none of a kind and needs none. */
    public void declareAbsent(Scope scope, String place, String kind, String reason) {
        if (reason.isBlank() || programme.findPointKind(kind).isEmpty()) {
            throw Refusals.refused(kind, "REASON_MISSING", Text.of("不适用要写明理由", "say why the kind does not apply"));
        }
        String sql = """
                insert into absent_kind (place_id, kind, reason, account_name)
                values (:place, :kind, :reason, coalesce(current_setting('signalup.account_name', true), ''))
                on conflict (place_id, kind) do update set reason = excluded.reason, account_name = excluded.account_name, stated_at = now()
                """;
        Refusals.inWords(
                kind,
                () -> store.change(
                        scope,
                        reason,
                        client -> client.sql(sql)
                                .param("place", place)
                                .param("kind", kind)
                                .param("reason", reason.strip())
                                .update()));
    }

    /** Takes such a declaration back. */
    public void withdraw(Scope scope, String place, String kind) {
        store.run(
                scope,
                client -> client.sql("delete from absent_kind where place_id = :place and kind = :kind")
                        .param("place", place)
                        .param("kind", kind)
                        .update());
    }
}
