package org.signalup.evaluate.internal.whatif;

import java.util.EnumMap;
import java.util.Map;
import org.signalup.domain.Rat;
import org.signalup.evaluate.WhatIf.Change;
import org.signalup.evaluate.WhatIf.Shift;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;

/** The rules of a standard with a change laid over them. */
final class ChangedRules {
    private final Change change;

    ChangedRules(Change change) {
        this.change = change;
    }

    CoverageRule of(CoverageRule rule, String scenario) {
        if (!change.scenario().isEmpty() && !change.scenario().equals(scenario)) {
            return rule;
        }
        return new CoverageRule(
                rule.scenarios(),
                rule.kinds(),
                limits(rule.limits()),
                share(rule.targetShare()),
                rule.minSamples(),
                rule.minClusters(),
                change.ratRule().orElse(rule.ratRule()));
    }

    /** Lines change with the whole only, not with one scenario. */
    LineRule of(LineRule rule) {
        if (!change.scenario().isEmpty()) {
            return rule;
        }
        return new LineRule(
                rule.kinds(),
                rule.grades(),
                rule.byPosition(),
                rule.bufferM(),
                rule.binLengthM(),
                limits(rule.limits()),
                rule.binTargetShare(),
                rule.binMinSamples(),
                share(rule.lineTargetShare()),
                rule.longestGapM(),
                change.ratRule().orElse(rule.ratRule()));
    }

    private Map<Rat, Limit> limits(Map<Rat, Limit> limits) {
        Map<Rat, Limit> changed = new EnumMap<>(Rat.class);
        limits.forEach((rat, limit) -> {
            Shift shift = rat == Rat.G5 ? change.fiveG() : change.fourG();
            changed.put(rat, new Limit(limit.rsrpDbm() + shift.rsrpDb(), limit.sinrDb() + shift.sinrDb()));
        });
        return changed;
    }

    /** In whole millionths, so that 0.95 − 0.05 is 0.9. */
    private double share(double share) {
        double changed = Math.rint((share + change.targetShare()) * 1e6) / 1e6;
        return change.targetShare() == 0 ? share : Math.min(1, Math.max(0, changed));
    }
}
