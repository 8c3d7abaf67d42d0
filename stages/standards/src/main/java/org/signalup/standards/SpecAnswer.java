package org.signalup.standards;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;

/** What a judge answers to a {@link SpecInput}; names and units as in the contract files, lengths in metres. */
public final class SpecAnswer {
    private SpecAnswer() {}

    /** Counts and estimates of a key point or bin in one RAT row. Empty means an empty cell. */
    public record Judged(
            OptionalLong samples,
            OptionalLong covered,
            OptionalDouble share,
            OptionalDouble shareLow,
            OptionalDouble shareHigh,
            OptionalLong clusters,
            OptionalInt dates,
            OptionalInt datesFailed,
            OptionalDouble onRatShare,
            OptionalLong noService,
            OptionalLong weak,
            OptionalLong interfered,
            Verdict verdict,
            Optional<Evidence> evidence) {}

    /** A row of {@code places.csv} without score and stars. */
    public record Place(
            Verdict verdict,
            Optional<Evidence> evidence,
            int points,
            int pointsPassed,
            int pointsRetest,
            int pointsFailed,
            int pointsOpen) {}

    /** A line or section. */
    public record Stretch(
            double lengthM,
            double judgedM,
            double passedM,
            double retestM,
            double failedM,
            OptionalDouble ratio,
            OptionalDouble ratioLow,
            OptionalDouble ratioHigh,
            double longestGapM,
            Verdict verdict,
            Optional<Evidence> evidence) {}

    /** The line as a whole and its sections by id. */
    public record Line(Stretch line, Map<String, Stretch> sections) {
        public Line {
            sections = Map.copyOf(sections);
        }
    }

    /**
     * The row ALL.
     *
     * @param operatorsPassed n of "n/m operators pass"
     */
    public record All(
            Verdict verdict,
            Optional<Evidence> evidence,
            OptionalDouble score,
            OptionalInt stars,
            OptionalDouble ratio,
            int operatorsPassed,
            int operators) {}

    /**
     * Score and stars.
     *
     * @param reasons codes: {@code NOT_PASS:<verdict>}; each gate whose maximum lies below the stars of the score alone
     *     ({@code NO_COVERAGE:MAX3 NO_RATE:MAX3 NO_DL:MAX3 NO_UL:MAX3 NO_SERVICE:MAX4 NO_VOICE:MAX4 EVIDENCE_C:MAX4
     *     RATE_SHARE:MAX4}, the digit from the standard); {@code HELD} when the previous stars were kept
     */
    public record Stars(OptionalDouble score, OptionalInt stars, Set<String> reasons) {
        public Stars {
            reasons = Set.copyOf(reasons);
        }
    }

    /** Which row of {@code rates.csv}. */
    public record RateKey(RatRow rat, Direction direction, String method) {}

    /** A row of {@code rates.csv}; rates in Mbit/s. */
    public record Rate(
            long tests,
            OptionalDouble mean,
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble clippedMean,
            OptionalDouble median,
            OptionalDouble p10,
            OptionalDouble shareOk,
            OptionalDouble shareLow,
            OptionalDouble shareHigh,
            Optional<Verdict> verdict) {}

    /** What a rule for crowd samples did. */
    public record Crowd(long caught) {}
}
