package org.signalup.web.internal.site;

import java.util.OptionalDouble;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;

/** How many places (or kilometres) have which verdict. Passes are told by evidence and what is open by why. */
public record Counts(
        double passedA,
        double passedB,
        double passedC,
        double retest,
        double failed,
        double tooFew,
        double undecided,
        double notMeasured) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** So many with one verdict. */
    public static Counts of(Verdict verdict, Evidence evidence, double amount) {
        boolean pass = verdict == Verdict.PASS;
        return new Counts(
                pass && evidence == Evidence.A ? amount : 0,
                pass && evidence == Evidence.B ? amount : 0,
                pass && evidence == Evidence.C ? amount : 0,
                verdict == Verdict.RETEST ? amount : 0,
                verdict == Verdict.FAIL ? amount : 0,
                verdict == Verdict.TOO_FEW ? amount : 0,
                verdict == Verdict.UNDECIDED ? amount : 0,
                verdict == Verdict.NOT_MEASURED ? amount : 0);
    }

    public Counts plus(Counts other) {
        return new Counts(
                passedA + other.passedA,
                passedB + other.passedB,
                passedC + other.passedC,
                retest + other.retest,
                failed + other.failed,
                tooFew + other.tooFew,
                undecided + other.undecided,
                notMeasured + other.notMeasured);
    }

    public double passed() {
        return passedA + passedB + passedC;
    }

    /** With a verdict: pass, suspected or fail. */
    public double judged() {
        return passed() + retest + failed;
    }

    public double open() {
        return tooFew + undecided + notMeasured;
    }

    public double listed() {
        return judged() + open();
    }

    public double tested() {
        return listed() - notMeasured;
    }

    /** Passes among those with a verdict. */
    public OptionalDouble ratio() {
        return share(passed(), judged());
    }

    /** The share of all listed if everything open failed. */
    public OptionalDouble ratioLow() {
        return share(passed(), listed());
    }

    /** The share of all listed if everything open passed. */
    public OptionalDouble ratioHigh() {
        return share(listed() - retest - failed, listed());
    }

    private static OptionalDouble share(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    /** For the bar. */
    public Tally tally() {
        return new Tally(listed(), passedA, passedB, passedC, retest, failed, open());
    }
}
