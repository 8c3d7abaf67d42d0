package org.signalup.evaluate.internal.judge;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.RatRow;
import org.signalup.domain.Source;
import org.signalup.standards.Standard;

/**
 * Judges the sources of a target one by one by the rules of the standard, and tells whether they agree and which stands by its
 * precedence. Verdicts of an evaluation pool all sources; nothing here changes them.
 */
public final class SourceJudge {
    private final TargetJudge judge;
    private final List<Source> precedence;

    public SourceJudge(Standard standard) {
        this.judge = new TargetJudge(standard);
        this.precedence = standard.precedence();
    }

    /** What one source counted. */
    public record OfSource(Source source, Tally independent, Tally self) {}

    /** What one source alone says. */
    public record Alone(Source source, TargetVerdict judged) {
        private boolean decided() {
            return !judged.verdict().open();
        }
    }

    /**
     * What all of them say.
     *
     * @param verdictsDiffer verdicts that are decided differ
     * @param intervalsApart two intervals have nothing in common
     * @param stands the first by precedence that decided something, else that measured at all; empty without a precedence
     */
    public record Compared(
            List<Alone> sources, boolean verdictsDiffer, boolean intervalsApart, Optional<Source> stands) {
        public Compared {
            sources = List.copyOf(sources);
        }

        public boolean agree() {
            return !verdictsDiffer && !intervalsApart;
        }
    }

    /** @param row the row that takes the samples of the mode compared */
    public Compared compare(RatRow row, TargetRule rule, List<OfSource> sources) {
        List<Alone> alone = sources.stream()
                .map(own -> new Alone(own.source(), judge.judge(row, own.independent(), own.self(), rule)))
                .toList();
        List<Alone> decided = alone.stream().filter(Alone::decided).toList();
        List<Source> able = (decided.isEmpty() ? alone : decided)
                .stream().map(Alone::source).toList();
        return new Compared(
                alone,
                verdicts(decided) > 1,
                apart(alone),
                precedence.stream().filter(able::contains).findFirst());
    }

    private static long verdicts(List<Alone> decided) {
        return decided.stream()
                .map(Alone::judged)
                .map(TargetVerdict::verdict)
                .distinct()
                .count();
    }

    private static boolean apart(List<Alone> alone) {
        double highestLow = alone.stream()
                .mapToDouble(own -> own.judged().interval().low())
                .max()
                .orElse(0);
        double lowestHigh = alone.stream()
                .mapToDouble(own -> own.judged().interval().high())
                .min()
                .orElse(1);
        return highestLow > lowestHigh;
    }
}
