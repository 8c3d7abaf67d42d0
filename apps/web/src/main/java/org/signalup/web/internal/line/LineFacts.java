package org.signalup.web.internal.line;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Trouble;

/**
 * The verdicts of a line and where it is not covered.
 *
 * @param all empty when the line has no row on this network
 */
public record LineFacts(Optional<LineRow> all, List<OperatorFacts> operators, List<BadStretch> bad) {
    /** One operator on the line; metres not covered by trouble, of failing and suspected bins. */
    public record OperatorFacts(
            String operator, boolean obliged, LineRow row, Map<Trouble, Double> troubleM, long samples) {
        public double metres(Trouble trouble) {
            return troubleM.getOrDefault(trouble, 0.0);
        }
    }

    static LineFacts of(OpenEvaluation evaluation, LineHead head, RatRow rat) {
        List<LineRow> verdicts = Stretches.ofLines(evaluation, List.of(head.id()), rat);
        List<BadStretch> bad = BadStretch.list(evaluation, head.id(), rat);
        Map<String, Long> samples = new HashMap<>();
        evaluation
                .tables()
                .forEach(
                        "SELECT operator, CAST(SUM(samples) AS BIGINT) FROM bins WHERE line_id = ? AND rat = ? AND samples > 0"
                                + " GROUP BY operator",
                        row -> samples.put(row.text(0), row.getLong(1)),
                        head.id(),
                        rat.code());
        List<OperatorFacts> operators = evaluation.names().operators().stream()
                .flatMap(operator ->
                        verdicts.stream().filter(row -> row.operator().equals(operator)))
                .map(row -> new OperatorFacts(
                        row.operator(),
                        head.operators().contains(row.operator()),
                        row,
                        troubles(bad, row.operator()),
                        samples.getOrDefault(row.operator(), 0L)))
                .toList();
        return new LineFacts(
                verdicts.stream()
                        .filter(row -> row.operator().equals(ResultRows.ALL))
                        .findFirst(),
                operators,
                bad);
    }

    private static Map<Trouble, Double> troubles(List<BadStretch> bad, String operator) {
        Map<Trouble, Double> metres = new EnumMap<>(Trouble.class);
        bad.stream()
                .filter(stretch -> stretch.operator().equals(operator))
                .forEach(stretch -> metres.merge(stretch.trouble(), stretch.lengthM(), Double::sum));
        return metres;
    }

    /** The stretches not covered that a window shows. */
    List<BadStretch> badIn(Window window) {
        return bad.stream()
                .filter(stretch -> stretch.toM() > window.fromM() && stretch.fromM() < window.toM())
                .toList();
    }

    public long passing() {
        return operators.stream()
                .filter(own -> own.obliged() && own.row().verdict() == Verdict.PASS)
                .count();
    }

    public long obliged() {
        return operators.stream().filter(OperatorFacts::obliged).count();
    }
}
