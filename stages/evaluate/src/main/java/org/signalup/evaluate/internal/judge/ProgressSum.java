package org.signalup.evaluate.internal.judge;

import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;

/**
 * Amounts of one row of {@code progress.csv}: places or lines, or millimetres. Tested is what any part the target asks for was
 * measured of, so that nothing fails untested.
 */
final class ProgressSum {
    long listed;
    long reported;
    long tested;
    long passed;
    long passedA;
    long passedB;
    long passedC;
    long retest;
    long failed;
    long open;

    void add(long amount, boolean isReported, Decided decided) {
        listed += amount;
        reported += isReported ? amount : 0;
        tested += decided.verdict() == Verdict.NOT_MEASURED ? 0 : amount;
        switch (decided.verdict()) {
            case PASS -> addPassed(amount, decided.evidence().orElse(Evidence.C));
            case RETEST -> retest += amount;
            case FAIL -> failed += amount;
            default -> open += amount;
        }
    }

    private void addPassed(long amount, Evidence evidence) {
        passed += amount;
        switch (evidence) {
            case A -> passedA += amount;
            case B -> passedB += amount;
            case C -> passedC += amount;
        }
    }
}
