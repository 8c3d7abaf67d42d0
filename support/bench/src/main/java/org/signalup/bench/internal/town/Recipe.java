package org.signalup.bench.internal.town;

import java.util.List;
import org.signalup.domain.Purpose;
import org.signalup.domain.Source;

/** How a key point is visited, each named for the verdict and evidence it is meant to end in. */
enum Recipe {
    /** Twenty independent tests on two days, not a bad second. */
    PASS_A(visit(1, 10, 30, 1.0), visit(3, 10, 30, 1.0)),
    /** Eight clean tests: B alone, A together with the other points of the place. */
    POOLED(visit(2, 4, 30, 1.0), visit(5, 4, 30, 1.0)),
    PASS_B(visit(1, 2, 32, 0.985), visit(4, 2, 32, 0.985)),
    /** Passes where 90 % are asked for: lifts and basements. */
    LOW_PASS(visit(2, 2, 40, 0.92), visit(4, 2, 40, 0.925)),
    PASS_C(visit(2, 3, 25, 0.99)),
    FAIL_WEAK(Flaw.WEAK, visit(1, 8, 30, 0.55), visit(4, 8, 30, 0.6)),
    FAIL_NONE(Flaw.NO_SERVICE, visit(1, 8, 30, 0.2), visit(4, 8, 30, 0.3)),
    FAIL_NOISE(Flaw.INTERFERED, visit(2, 8, 30, 0.6), visit(5, 8, 30, 0.5)),
    /** Below the target on two days, not by enough for the interval. */
    FAIL_TWICE(Flaw.WEAK, visit(1, 2, 30, 0.9), visit(4, 2, 30, 0.9)),
    RETEST_ONCE(Flaw.WEAK, visit(3, 3, 25, 0.88)),
    /** Below on the first day, clean on the second, below together. */
    RETEST_TWICE(Flaw.WEAK, visit(1, 2, 30, 0.84), visit(4, 2, 30, 1.0)),
    TOO_FEW(visit(3, 2, 20, 1.0)),
    NOTHING(),
    SELF_ONLY(self(1, 3, 30, 0.99), self(2, 3, 30, 0.99), self(3, 3, 30, 0.99)),
    /** Too little by others, so the operator's own tests are added. */
    SELF_ADDED(visit(2, 1, 20, 1.0), self(4, 3, 30, 0.98)),
    /** Phones of passers-by over several days. */
    CROWD(crowd(1, 8, 6, 0.99), crowd(2, 8, 6, 0.98), crowd(4, 8, 6, 0.99)),
    /** Outdoors with positions instead of check-ins. */
    WALKED(walk(2, 2, 35, 0.985), walk(5, 2, 35, 0.985));

    /** What is wrong with the seconds that do not comply. */
    enum Flaw {
        WEAK,
        INTERFERED,
        NO_SERVICE
    }

    /**
     * One test on one day.
     *
     * @param spots numbered positions, or phones for {@link Source#APP}
     * @param seconds samples at each
     * @param share of compliant seconds
     * @param checkin names the key point instead of giving a position
     */
    record Visit(int day, int spots, int seconds, double share, Source source, Purpose purpose, boolean checkin) {}

    final Flaw flaw;
    final List<Visit> visits;

    Recipe(Visit... visits) {
        this(Flaw.WEAK, visits);
    }

    Recipe(Flaw flaw, Visit... visits) {
        this.flaw = flaw;
        this.visits = List.of(visits);
    }

    private static Visit visit(int day, int spots, int seconds, double share) {
        return new Visit(day, spots, seconds, share, Source.WALK, Purpose.THIRD_PARTY, true);
    }

    private static Visit self(int day, int spots, int seconds, double share) {
        return new Visit(day, spots, seconds, share, Source.WALK, Purpose.SELF, true);
    }

    private static Visit walk(int day, int spots, int seconds, double share) {
        return new Visit(day, spots, seconds, share, Source.WALK, Purpose.AUTHORITY, false);
    }

    private static Visit crowd(int day, int phones, int seconds, double share) {
        return new Visit(day, phones, seconds, share, Source.APP, Purpose.THIRD_PARTY, false);
    }
}
