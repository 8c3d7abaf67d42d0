package org.signalup.register.internal;

import java.util.Locale;
import org.signalup.domain.Text;
import org.signalup.standards.Programme;
import org.signalup.standards.Programme.ExemptionCap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds exemptions to what the programme allows of a frozen baseline. */
public final class ExemptionLimit {
    private static final String OF_PLACE = """
            select s.points as points, s.exempt + 1 as exempt from key_point k join place_points s using (place_id) where k.point_id = :id
            """;
    private static final String OF_SCENARIO = """
            select coalesce(sum(s.points), 0) as points, coalesce(sum(s.exempt), 0) + 1 as exempt
            from key_point k
                join baseline b on starts_with(k.division_code, b.division_code) and b.scenario in ('', k.scenario)
                    and b.frozen_at >= k.added_at
                join place p on p.scenario = k.scenario and starts_with(p.division_code, b.division_code)
                join place_points s on s.place_id = p.place_id
            where k.point_id = :id group by b.baseline_id
            """;

    private record Share(long points, long exempt) {
        boolean beyond(double cap) {
            return points > 0 && exempt > cap * points;
        }
    }

    private final Programme programme;

    public ExemptionLimit(Programme programme) {
        this.programme = programme;
    }

    /**
     * Asks whether one more key point may be exempted.
     *
     * @throws org.signalup.domain.RefusedException if that would be too many
     */
    public void check(JdbcClient client, String point) {
        programme.exemptions().ifPresent(cap -> check(client, point, cap));
    }

    private static void check(JdbcClient client, String point, ExemptionCap cap) {
        check(client, point, OF_PLACE, cap.placeShare(), Text.of("一处场所", "of a place"));
        check(client, point, OF_SCENARIO, cap.scenarioShare(), Text.of("基线内一个场景", "of a scenario within the baseline"));
    }

    private static void check(JdbcClient client, String point, String sql, double cap, Text of) {
        boolean beyond = client
                .sql(sql)
                .param("id", point)
                .query((row, number) -> new Share(row.getLong("points"), row.getLong("exempt")))
                .list()
                .stream()
                .anyMatch(share -> share.beyond(cap));
        if (beyond) {
            String percent = String.format(Locale.ROOT, "%.0f%%", cap * 100);
            throw Refusals.refused(
                    point,
                    "EXEMPT_CAP",
                    Text.of(
                            "超过免测上限：" + of.zh() + "最多免测 " + percent + " 的关键点位",
                            "too many are exempt: at most " + percent + " of the key points " + of.en()));
        }
    }
}
