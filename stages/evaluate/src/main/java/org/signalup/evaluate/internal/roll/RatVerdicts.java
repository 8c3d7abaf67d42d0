package org.signalup.evaluate.internal.roll;

import java.util.EnumMap;
import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.PointVerdict;
import org.signalup.evaluate.internal.judge.TargetJudge;
import org.signalup.evaluate.internal.judge.TargetRule;
import org.signalup.evaluate.internal.judge.TargetVerdict;
import org.signalup.standards.Standard.RatRule;

/** The verdicts of a target for one operator in every RAT row. */
record RatVerdicts(Map<RatRow, TargetVerdict> byRow) {
    static RatVerdicts judge(TargetJudge judge, TargetTallies.Own own, TargetRule rule) {
        Map<RatRow, TargetVerdict> verdicts = new EnumMap<>(RatRow.class);
        for (RatRow row : RatRow.values()) {
            verdicts.put(row, judge.judge(row, own.independent(row), own.self(row), rule));
        }
        return new RatVerdicts(verdicts);
    }

    TargetVerdict of(RatRow row) {
        return byRow.get(row);
    }

    PointVerdict decidedBy(RatRule rule) {
        return PointVerdict.of(rule, of(RatRow.ANY), of(RatRow.G4), of(RatRow.G5));
    }
}
