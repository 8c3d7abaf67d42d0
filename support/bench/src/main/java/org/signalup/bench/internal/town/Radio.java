package org.signalup.bench.internal.town;

import java.util.SplittableRandom;
import org.signalup.bench.internal.town.SampleFile.Sample;
import org.signalup.domain.Rat;
import org.signalup.domain.TestMode;

/** What the invented phones report. SplittableRandom is specified, so the numbers are the same on every Java. */
final class Radio {
    private final SplittableRandom random;

    Radio(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A second that meets the limits of key points. {@code share5g} of free-mode seconds are on 5G. */
    void good(Sample sample, TestMode mode, double share5g) {
        boolean on5g = mode == TestMode.LOCK_5G || (mode != TestMode.LOCK_4G && random.nextDouble() < share5g);
        sample.set("rat", on5g ? Rat.G5.code() : Rat.G4.code());
        sample.set("rsrp_dbm", between(-99, -72), 1).set("sinr_db", between(2, 24), 1);
    }

    /** A second that does not. */
    void bad(Sample sample, TestMode mode, Recipe.Flaw flaw) {
        sample.set("rat", mode == TestMode.LOCK_5G ? Rat.G5.code() : Rat.G4.code());
        switch (flaw) {
            case WEAK -> sample.set("rsrp_dbm", between(-124, -112), 1).set("sinr_db", between(-2, 6), 1);
            case INTERFERED -> sample.set("rsrp_dbm", between(-92, -78), 1).set("sinr_db", between(-11, -4), 1);
            case NO_SERVICE -> sample.set("rat", Rat.NONE.code());
        }
    }

    double between(double low, double high) {
        return random.nextDouble(low, high);
    }

    /** {@code value} give or take {@code share} of it. */
    double around(double value, double share) {
        return value * between(1 - share, 1 + share);
    }
}
