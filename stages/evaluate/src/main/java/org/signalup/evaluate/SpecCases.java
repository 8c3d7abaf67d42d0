package org.signalup.evaluate;

import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.spec.SpecCrowd;
import org.signalup.evaluate.internal.spec.SpecPlaces;
import org.signalup.evaluate.internal.spec.SpecRates;
import org.signalup.evaluate.internal.spec.SpecStretches;
import org.signalup.evaluate.internal.spec.SpecSummaries;
import org.signalup.evaluate.internal.spec.SpecTargets;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecJudge;
import org.signalup.standards.Standard;

/** Answers the worked examples of a standard with the code that judges an evaluation. */
public final class SpecCases implements SpecJudge {
    @Override
    public Map<RatRow, SpecAnswer.Judged> point(Standard standard, SpecInput.Point point) {
        return SpecTargets.point(standard, point);
    }

    @Override
    public Map<RatRow, SpecAnswer.Judged> bin(Standard standard, SpecInput.Bin bin) {
        return SpecTargets.bin(standard, bin);
    }

    @Override
    public SpecAnswer.Place place(Standard standard, SpecInput.Place place) {
        return SpecPlaces.place(standard, place);
    }

    @Override
    public SpecAnswer.Line line(Standard standard, SpecInput.Line line) {
        return SpecStretches.line(standard, line);
    }

    @Override
    public SpecAnswer.All all(Standard standard, SpecInput.All all) {
        return SpecSummaries.all(all);
    }

    @Override
    public SpecAnswer.Stars stars(Standard standard, SpecInput.Stars stars) {
        return SpecSummaries.stars(standard, stars);
    }

    @Override
    public Map<CrowdRule, SpecAnswer.Crowd> crowd(Standard standard, SpecInput.Crowd crowd) {
        return SpecCrowd.crowd(standard, crowd);
    }

    @Override
    public Map<SpecAnswer.RateKey, SpecAnswer.Rate> rate(Standard standard, SpecInput.Rate rate) {
        return SpecRates.rate(standard, rate);
    }
}
