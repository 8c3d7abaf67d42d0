package org.signalup.web.internal.whatif;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.signalup.domain.Rat;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;

/**
 * The limits a standard has: of the rule for all key points, which the sliders are labelled by, and those of its other rules.
 *
 * @param share in percent
 */
public record Limits(One rsrp5, One sinr5, One rsrp4, One sinr4, One share) {
    private static final double PERCENT = 100;

    /**
     * A limit.
     *
     * @param general of the first rule, which is for all
     * @param others of the rules for some scenarios, kinds and lines, as far as they differ
     */
    public record One(double general, TreeSet<Double> others) {}

    static Limits of(Standard standard) {
        return new Limits(
                limit(standard, Rat.G5, Limit::rsrpDbm),
                limit(standard, Rat.G5, Limit::sinrDb),
                limit(standard, Rat.G4, Limit::rsrpDbm),
                limit(standard, Rat.G4, Limit::sinrDb),
                one(Stream.concat(
                                standard.pointRules().stream().map(CoverageRule::targetShare),
                                standard.lineRules().stream().map(LineRule::lineTargetShare))
                        .map(share -> share * PERCENT)));
    }

    private static One limit(Standard standard, Rat rat, Function<Limit, Double> number) {
        return one(Stream.concat(
                        standard.pointRules().stream().map(CoverageRule::limits),
                        standard.lineRules().stream().map(LineRule::limits))
                .filter(limits -> limits.containsKey(rat))
                .map(limits -> number.apply(limits.get(rat))));
    }

    private static One one(Stream<Double> numbers) {
        List<Double> all = numbers.toList();
        TreeSet<Double> others = new TreeSet<>(all);
        double general = all.isEmpty() ? 0 : all.get(0);
        others.remove(general);
        return new One(general, others);
    }
}
