package org.signalup.evaluate.internal.judge;

import java.util.List;
import java.util.OptionalDouble;
import org.signalup.standards.Standard.RatRule;

/**
 * A key point as its place sees it: judged by the RAT rows its standard names.
 *
 * @param basis the rows that decided; empty when the verdict is taken as given
 */
public record PointVerdict(Decided decided, List<TargetVerdict> basis) {
    public PointVerdict {
        basis = List.copyOf(basis);
    }

    /** Takes the rows a rule names; BOTH puts the place rule over the 4G and the 5G row. */
    public static PointVerdict of(RatRule rule, TargetVerdict any, TargetVerdict fourG, TargetVerdict fiveG) {
        List<TargetVerdict> basis = switch (rule) {
            case ANY -> List.of(any);
            case FOUR_G -> List.of(fourG);
            case FIVE_G -> List.of(fiveG);
            case BOTH -> List.of(fourG, fiveG);
        };
        Decided decided = basis.size() == 1
                ? basis.get(0).decided()
                : Decided.byPlaceRule(basis.stream().map(TargetVerdict::decided).toList());
        return new PointVerdict(decided, basis);
    }

    /** A verdict without its tallies. */
    public static PointVerdict given(Decided decided) {
        return new PointVerdict(decided, List.of());
    }

    /** The share that is scored: the smallest of the deciding rows; empty while the point is open or without tallies. */
    public OptionalDouble share() {
        if (decided.verdict().open()) {
            return OptionalDouble.empty();
        }
        return basis.stream()
                .flatMapToDouble(verdict -> verdict.share().stream())
                .min();
    }
}
