package org.signalup.publish.internal.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.ProgressRow;

/** Places or kilometres by what became of them. Passed is kept by evidence and never merged. */
public record Tally(
        double listed,
        double reported,
        double tested,
        double passedA,
        double passedB,
        double passedC,
        double retest,
        double failed,
        double open) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** A row of {@code progress.csv}; unknown counts as nothing. */
    public static Tally of(ProgressRow row) {
        return new Tally(
                known(row.listed()),
                known(row.reported()),
                known(row.tested()),
                known(row.passedA()),
                known(row.passedB()),
                known(row.passedC()),
                known(row.retest()),
                known(row.failed()),
                known(row.open()));
    }

    /** One place, or the length of one section. */
    public static Tally one(double size, boolean reported, Verdict verdict, Optional<Evidence> evidence) {
        boolean pass = verdict == Verdict.PASS;
        Evidence grade = evidence.orElse(Evidence.C);
        return new Tally(
                size,
                reported ? size : 0,
                verdict == Verdict.NOT_MEASURED ? 0 : size,
                pass && grade == Evidence.A ? size : 0,
                pass && grade == Evidence.B ? size : 0,
                pass && grade == Evidence.C ? size : 0,
                verdict == Verdict.RETEST ? size : 0,
                verdict == Verdict.FAIL ? size : 0,
                verdict.open() ? size : 0);
    }

    public Tally plus(Tally other) {
        return new Tally(
                listed + other.listed,
                reported + other.reported,
                tested + other.tested,
                passedA + other.passedA,
                passedB + other.passedB,
                passedC + other.passedC,
                retest + other.retest,
                failed + other.failed,
                open + other.open);
    }

    public static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(NONE, Tally::plus);
    }

    public double passed() {
        return passedA + passedB + passedC;
    }

    /** 上报 − 达标: what was declared done and is not shown to be. */
    public double gap() {
        return reported - passed();
    }

    private static double known(OptionalDouble value) {
        return value.orElse(0);
    }
}
