package org.signalup.evaluate.internal.rate;

import org.signalup.domain.Evidence;
import org.signalup.evaluate.internal.judge.Decided;

/** Amounts of one row of {@code progress.csv}: places or lines, or millimetres. */
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

    void add(long amount, boolean isReported, boolean isTested, Decided decided) {
        listed += amount;
        reported += isReported ? amount : 0;
        tested += isTested ? amount : 0;
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
