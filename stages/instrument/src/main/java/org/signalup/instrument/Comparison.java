package org.signalup.instrument;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Text;
import org.signalup.instrument.Series.Pair;
import org.signalup.instrument.internal.Judge;
import org.signalup.standards.InstrumentPolicy;

/**
 * One instrument set against another in one quantity.
 *
 * @param pairs in the order of time
 * @param asOf day of the verdict; empty without a pair
 * @param agreement empty with fewer than two pairs
 * @param en En score of the mean reading; empty without expanded uncertainties
 * @param certain the verdict would be the same anywhere in the intervals of bias and limits
 * @param reasons of the verdict
 */
public record Comparison(
        Quantity quantity,
        String reference,
        String other,
        Optional<LocalDate> asOf,
        List<Pair> pairs,
        Optional<Agreement> agreement,
        OptionalDouble en,
        ComparisonVerdict verdict,
        boolean certain,
        List<Text> reasons) {
    public Comparison {
        pairs = List.copyOf(pairs);
        reasons = List.copyOf(reasons);
    }

    /** What to add to the other's readings so that the mean difference is none: a proposal, applied nowhere. */
    public Optional<Estimate> proposedCorrection() {
        return agreement.map(found -> found.bias().negated());
    }

    /**
     * What is known beside the readings.
     *
     * @param uncertainty expanded uncertainties of both by their certificates, in dB; empty = unknown
     * @param asOf day of the verdict; empty = that of the last pair
     */
    public record Circumstances(ZoneId zone, Optional<Uncertainty> uncertainty, Optional<LocalDate> asOf) {}

    /** Expanded uncertainties in dB. */
    public record Uncertainty(double reference, double other) {}

    /** Compares what is side by side. */
    public static Comparison of(Names names, List<Pair> pairs, InstrumentPolicy policy, Circumstances circumstances) {
        return new Judge(policy, circumstances).compare(names, pairs);
    }

    /** What is compared, and of which two instruments. */
    public record Names(Quantity quantity, String reference, String other) {}
}
