package org.signalup.testkit.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.signalup.domain.Rat;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Instruments;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;

/** A standard with some numbers changed. */
public final class OtherStandard {
    private static final double SHARE = 0.9;

    private OtherStandard() {}

    /** The target share of key points changed. */
    public static Standard withShare(Standard standard, double targetShare) {
        return of(standard, limits -> limits, targetShare);
    }

    /** Every limit set to the same. */
    public static Standard withLimits(Standard standard, double rsrpDbm, double sinrDb) {
        return of(standard, limits -> all(limits.keySet(), new Limit(rsrpDbm, sinrDb)), SHARE);
    }

    private static Standard of(Standard standard, UnaryOperator<Map<Rat, Limit>> limits, double targetShare) {
        List<CoverageRule> points = standard.pointRules().stream()
                .map(rule -> new CoverageRule(
                        rule.scenarios(),
                        rule.kinds(),
                        limits.apply(rule.limits()),
                        targetShare,
                        rule.minSamples(),
                        rule.minClusters(),
                        rule.ratRule()))
                .toList();
        List<LineRule> lines = standard.lineRules().stream()
                .map(rule -> new LineRule(
                        rule.kinds(),
                        rule.grades(),
                        rule.byPosition(),
                        rule.bufferM(),
                        rule.binLengthM(),
                        limits.apply(rule.limits()),
                        rule.binTargetShare(),
                        rule.binMinSamples(),
                        rule.lineTargetShare(),
                        rule.longestGapM(),
                        rule.ratRule()))
                .toList();
        return withRules(standard, points, lines);
    }

    /** Other rules for points and lines, all else the same. */
    public static Standard withRules(Standard standard, List<CoverageRule> points, List<LineRule> lines) {
        return with(standard, points, lines, standard.instruments());
    }

    /** The same, asking for instruments. */
    public static Standard withInstruments(Standard standard, Instruments instruments) {
        return with(standard, standard.pointRules(), standard.lineRules(), Optional.of(instruments));
    }

    private static Standard with(
            Standard standard, List<CoverageRule> points, List<LineRule> lines, Optional<Instruments> instruments) {
        return new Standard(
                standard.id(),
                standard.name(),
                standard.status(),
                standard.validFrom(),
                standard.validTo(),
                standard.year(),
                standard.obligedOperators(),
                standard.matching(),
                standard.statistics(),
                points,
                lines,
                standard.rates(),
                standard.services(),
                standard.stars(),
                standard.crowdFilters(),
                instruments,
                standard.precedence(),
                standard.citations(),
                standard.digest());
    }

    private static Map<Rat, Limit> all(Set<Rat> rats, Limit limit) {
        return rats.stream().collect(Collectors.toMap(rat -> rat, rat -> limit));
    }
}
