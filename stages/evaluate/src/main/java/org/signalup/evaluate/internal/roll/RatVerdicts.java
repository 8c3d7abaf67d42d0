package org.signalup.evaluate.internal.roll;

import java.util.List;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.PointVerdict;
import org.signalup.evaluate.internal.judge.TargetJudge;
import org.signalup.evaluate.internal.judge.TargetRule;
import org.signalup.evaluate.internal.judge.TargetVerdict;
import org.signalup.standards.Standard.RatRule;

/** The verdicts of a target for one operator in every RAT row. */
record RatVerdicts(TargetVerdict any, TargetVerdict fourG, TargetVerdict fiveG) {
    static RatVerdicts judge(TargetJudge judge, TargetTallies.Own own, TargetRule rule) {
        return new RatVerdicts(
                judge(judge, own, rule, RatRow.ANY),
                judge(judge, own, rule, RatRow.G4),
                judge(judge, own, rule, RatRow.G5));
    }

    private static TargetVerdict judge(TargetJudge judge, TargetTallies.Own own, TargetRule rule, RatRow row) {
        return judge.judge(row, own.independent(row), own.self(row), rule);
    }

    /** The rows that decide under a rule. */
    static List<RatRow> deciding(RatRule rule) {
        return switch (rule) {
            case ANY -> List.of(RatRow.ANY);
            case FOUR_G -> List.of(RatRow.G4);
            case FIVE_G -> List.of(RatRow.G5);
            case BOTH -> List.of(RatRow.G4, RatRow.G5);
        };
    }

    TargetVerdict of(RatRow row) {
        return switch (row) {
            case ANY -> any;
            case G4 -> fourG;
            case G5 -> fiveG;
        };
    }

    PointVerdict decidedBy(RatRule rule) {
        return PointVerdict.of(rule, any, fourG, fiveG);
    }
}
