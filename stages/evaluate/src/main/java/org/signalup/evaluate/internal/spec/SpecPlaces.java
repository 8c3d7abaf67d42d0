package org.signalup.evaluate.internal.spec;

import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.evaluate.internal.judge.PlaceJudge;
import org.signalup.evaluate.internal.judge.PlaceVerdict;
import org.signalup.evaluate.internal.judge.PointVerdict;
import org.signalup.evaluate.internal.judge.TargetVerdict;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecInput.Given;
import org.signalup.standards.SpecInput.PlacePoint;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;

/** Examples of places. */
public final class SpecPlaces {
    private SpecPlaces() {}

    public static SpecAnswer.Place place(Standard standard, SpecInput.Place place) {
        PlaceVerdict verdict = new PlaceJudge(standard)
                .judge(place.points().stream()
                        .filter(point -> point.exemptReason().isEmpty())
                        .map(point -> point(standard, place.scenario(), point))
                        .toList());
        return new SpecAnswer.Place(
                verdict.decided().verdict(),
                verdict.decided().evidence(),
                verdict.points(),
                verdict.passed(),
                verdict.retest(),
                verdict.failed(),
                verdict.open());
    }

    private static PointVerdict point(Standard standard, String scenario, PlacePoint point) {
        if (point.given().isPresent()) {
            return PointVerdict.given(decided(point.given().get()));
        }
        CoverageRule rule = standard.pointRule(scenario, point.kind());
        Map<RatRow, TargetVerdict> rows = SpecTargets.verdicts(standard, rule, point.samples());
        return PointVerdict.of(rule.ratRule(), rows.get(RatRow.ANY), rows.get(RatRow.G4), rows.get(RatRow.G5));
    }

    static Decided decided(Given given) {
        return new Decided(given.verdict(), given.evidence());
    }
}
