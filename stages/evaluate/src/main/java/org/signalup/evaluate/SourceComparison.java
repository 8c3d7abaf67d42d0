package org.signalup.evaluate;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.Source;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.SourceJudge;
import org.signalup.standards.Standard;

/**
 * Key points that several sources measured in free mode, each source judged alone by the rules of the standard: where they
 * disagree, and which stands by its precedence. Verdicts of an evaluation pool all sources; nothing here changes them.
 *
 * @param compared key points, per operator, that more than one source measured
 * @param disagreeing those of them where sources disagree, in the order of targets and operators
 */
public record SourceComparison(int compared, List<Target> disagreeing) {
    public SourceComparison {
        disagreeing = List.copyOf(disagreeing);
    }

    /** Compares what lies within the reach of the tables. */
    public static SourceComparison of(ResultTables tables, Standard standard) {
        return new SourceJudge(tables, standard).compare();
    }

    /**
     * A key point for one operator.
     *
     * @param placeId empty for a point of a line
     * @param byVerdict verdicts that are decided differ
     * @param byInterval two intervals have nothing in common
     * @param stands whose result stands until a new test; empty when the standard names no precedence
     */
    public record Target(
            String pointId,
            String name,
            String placeId,
            String operator,
            List<OfSource> sources,
            boolean byVerdict,
            boolean byInterval,
            Optional<Source> stands) {
        public Target {
            sources = List.copyOf(sources);
        }
    }

    /** What one source alone says; share and bounds are fractions. */
    public record OfSource(
            Source source,
            long samples,
            long compliant,
            double share,
            double low,
            double high,
            long clusters,
            Verdict verdict,
            Optional<Evidence> evidence) {}
}
