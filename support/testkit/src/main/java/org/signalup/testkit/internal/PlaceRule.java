package org.signalup.testkit.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;

/** The rule that joins verdicts: of a place's points, of the operators, of two RAT rows. */
final class PlaceRule {
    /** A verdict with its grade. */
    record Grade(Verdict verdict, Optional<Evidence> evidence) {}

    private PlaceRule() {}

    static Verdict join(Collection<Verdict> verdicts) {
        if (verdicts.contains(Verdict.FAIL)) {
            return Verdict.FAIL;
        }
        if (verdicts.contains(Verdict.RETEST)) {
            return Verdict.RETEST;
        }
        if (verdicts.stream().allMatch(verdict -> verdict == Verdict.NOT_MEASURED)) {
            return Verdict.NOT_MEASURED;
        }
        return verdicts.stream().anyMatch(Verdict::open) ? Verdict.UNDECIDED : Verdict.PASS;
    }

    /** The joint verdict; a pass is as sure as its weakest part, a fail or re-test as its best. */
    static Grade joinGrades(List<Grade> grades) {
        Verdict verdict = join(grades.stream().map(Grade::verdict).toList());
        if (verdict.open()) {
            return new Grade(verdict, Optional.empty());
        }
        Optional<Evidence> evidence = grades.stream()
                .filter(grade -> grade.verdict() == verdict)
                .map(grade -> grade.evidence().orElseThrow())
                .reduce(verdict == Verdict.PASS ? Evidence::weaker : Evidence::better);
        return new Grade(verdict, evidence);
    }
}
