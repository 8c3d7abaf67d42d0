package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.evaluate.internal.judge.LineBins.Stretch;

/** Sums up the obliged operators in the row ALL: the place rule over their verdicts, the minimum of their numbers. */
public final class AllJudge {
    private AllJudge() {}

    /** A key point, bin, section or line over its obliged operators. */
    public static Decided decide(List<Decided> operators) {
        return Decided.byPlaceRule(operators);
    }

    /**
     * A place over its obliged operators.
     *
     * @param places the place for each operator
     * @param points for each operator the verdicts of the place's points, in the same order
     */
    public static PlaceVerdict place(List<PlaceVerdict> places, List<List<Decided>> points) {
        List<Decided> all = new ArrayList<>();
        int count = points.isEmpty() ? 0 : points.get(0).size();
        for (int i = 0; i < count; i++) {
            int at = i;
            all.add(Decided.byPlaceRule(points.stream().map(own -> own.get(at)).toList()));
        }
        Decided decided =
                Decided.byPlaceRule(places.stream().map(PlaceVerdict::decided).toList());
        return PlaceVerdict.counted(decided, all, List.of());
    }

    /**
     * A line or section over its obliged operators.
     *
     * @param verdicts the bins' row ALL, see {@link BinVerdicts#all}
     * @param operators the stretch for each operator
     */
    public static StretchVerdict stretch(
            LineJudge judge, LineBins bins, BinVerdicts verdicts, Stretch stretch, List<StretchVerdict> operators) {
        StretchVerdict lengths = judge.judge(bins, verdicts, stretch);
        return new StretchVerdict(
                Decided.byPlaceRule(
                        operators.stream().map(StretchVerdict::decided).toList()),
                lengths.lengthMm(),
                lengths.passedMm(),
                lengths.retestMm(),
                lengths.failedMm(),
                least(operators.stream().map(StretchVerdict::ratio).toList()),
                least(operators.stream().map(StretchVerdict::low).toList()),
                least(operators.stream().map(StretchVerdict::high).toList()),
                lengths.longestGapMm());
    }

    /** The minimum; empty if any is empty or there is none. */
    public static OptionalDouble least(List<OptionalDouble> values) {
        boolean complete = !values.isEmpty() && values.stream().allMatch(OptionalDouble::isPresent);
        return complete
                ? values.stream().mapToDouble(OptionalDouble::getAsDouble).min()
                : OptionalDouble.empty();
    }

    /** The fewest stars; empty if any is empty or there is none. */
    public static OptionalInt fewest(List<OptionalInt> stars) {
        boolean complete = !stars.isEmpty() && stars.stream().allMatch(OptionalInt::isPresent);
        return complete ? stars.stream().mapToInt(OptionalInt::getAsInt).min() : OptionalInt.empty();
    }
}
