package org.signalup.register.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.Reach;
import org.signalup.domain.Text;
import org.signalup.ledger.LedgerRows;
import org.signalup.ledger.Place;
import org.signalup.register.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the rows of files into the table of rows to look at, some thousand a statement. */
public final class Staging {
    private static final int ROWS_AT_ONCE = 2_000;
    private static final String INSERT = """
            insert into import_row (batch_id, n, organisation_id, subject, file, line, subject_key, carried, status, content, problems)
            select :batch, x.n, scope_organisation(), x.subject, x.file, x.line, x.id, x.carried, x.status, x.content, x.problems
            from jsonb_to_recordset(:rows::jsonb) as x(n integer, subject text, file text, line bigint, id text,
                carried integer, status text, content jsonb, problems jsonb)
            """;
    private static final Text ELSEWHERE =
            Text.of("不在您的管辖范围内（应为：您管辖的区划和场景）", "is outside your reach (expected: your divisions and scenarios)");

    private final JdbcClient client;
    private final long batch;
    private final Reach reach;
    private final List<Map<String, Object>> waiting = new ArrayList<>();
    private int staged;

    public Staging(JdbcClient client, long batch, Reach reach) {
        this.client = client;
        this.batch = batch;
        this.reach = reach;
    }

    public void add(LedgerRows rows) {
        rows.lines().forEach(row -> add(Subject.LINE, row, row.value().map(Rows::of), List.of()));
        rows.places().forEach(row -> add(Subject.PLACE, row, row.value().map(Rows::of), outOfReach(row)));
        rows.keyPoints().forEach(row -> add(Subject.KEY_POINT, row, row.value().map(Rows::of), List.of()));
        rows.instruments()
                .forEach(row -> add(Subject.INSTRUMENT, row, row.value().map(Rows::of), List.of()));
        flush();
    }

    private List<Problem> outOfReach(LedgerRows.Row<Place> row) {
        return row.value()
                .filter(place -> !reach.holdsDivision(place.divisionCode())
                        || !reach.holdsScenario(place.scenario())
                        || !reach.holdsPlace(place.id()))
                .map(place -> List.of(new Problem(
                        row.file(),
                        row.line(),
                        "division_code",
                        place.divisionCode() + " " + place.scenario(),
                        "OUT_OF_REACH",
                        ELSEWHERE)))
                .orElse(List.of());
    }

    private void add(
            Subject subject, LedgerRows.Row<?> row, Optional<Map<String, Object>> content, List<Problem> refusals) {
        boolean refused = content.isEmpty() || !refusals.isEmpty();
        List<Problem> problems = new ArrayList<>(refusals);
        problems.addAll(row.errors());
        problems.addAll(row.warnings());
        Map<String, Object> staging = new LinkedHashMap<>();
        staging.put("n", ++staged);
        staging.put("subject", subject.table());
        staging.put("file", row.file());
        staging.put("line", row.line());
        staging.put("id", content.map(values -> values.get(subject.key())).orElse(idOf(subject, row.errors())));
        staging.put("carried", row.version().orElse(null));
        staging.put("status", refused ? "REFUSED" : "NEW");
        staging.put("content", content.orElse(null));
        staging.put("problems", Json.of(problems));
        waiting.add(staging);
        if (waiting.size() == ROWS_AT_ONCE) {
            flush();
        }
    }

    /** The id of a refused row, where the problem is with it. */
    private static String idOf(Subject subject, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.column().endsWith(subject.key()))
                .map(Problem::value)
                .findFirst()
                .orElse("");
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            client.sql(INSERT)
                    .param("batch", batch)
                    .param("rows", Json.write(waiting))
                    .update();
            waiting.clear();
        }
    }
}
