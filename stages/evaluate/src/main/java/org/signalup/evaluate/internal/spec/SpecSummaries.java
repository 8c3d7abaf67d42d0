package org.signalup.evaluate.internal.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.AllJudge;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.evaluate.internal.judge.StarBasis;
import org.signalup.evaluate.internal.judge.StarVerdict;
import org.signalup.evaluate.internal.judge.StarsJudge;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecInput.Given;
import org.signalup.standards.SpecInput.OperatorRow;
import org.signalup.standards.Standard;

/** Examples of the row ALL and of stars. */
public final class SpecSummaries {
    private SpecSummaries() {}

    public static SpecAnswer.All all(SpecInput.All all) {
        List<OperatorRow> rows = all.obliged().stream()
                .map(operator -> row(all.operators(), operator))
                .toList();
        List<Decided> decided =
                rows.stream().map(row -> SpecPlaces.decided(row.given())).toList();
        Decided together = AllJudge.decide(decided);
        return new SpecAnswer.All(
                together.verdict(),
                together.evidence(),
                AllJudge.least(rows.stream().map(OperatorRow::score).toList()),
                AllJudge.fewest(rows.stream().map(OperatorRow::stars).toList()),
                AllJudge.least(rows.stream().map(OperatorRow::ratio).toList()),
                (int) decided.stream()
                        .filter(own -> own.verdict() == Verdict.PASS)
                        .count(),
                rows.size());
    }

    /** An obliged operator without a row was not measured. */
    private static OperatorRow row(List<OperatorRow> rows, String operator) {
        return rows.stream()
                .filter(row -> row.operator().equals(operator))
                .findFirst()
                .orElseGet(() -> new OperatorRow(
                        operator,
                        new Given(Verdict.NOT_MEASURED, Optional.empty()),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty()));
    }

    public static SpecAnswer.Stars stars(Standard standard, SpecInput.Stars stars) {
        StarVerdict verdict = new StarsJudge(standard)
                .judge(new StarBasis(
                        stars.key(),
                        stars.line(),
                        SpecPlaces.decided(stars.given()),
                        stars.coverage(),
                        stars.rates(),
                        stars.rateShare(),
                        stars.services(),
                        stars.kpis(),
                        stars.previous()));
        return new SpecAnswer.Stars(verdict.score(), verdict.stars(), Set.copyOf(verdict.reasons()));
    }
}
