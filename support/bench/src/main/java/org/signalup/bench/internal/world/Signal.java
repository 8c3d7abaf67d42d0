package org.signalup.bench.internal.world;

import java.util.SplittableRandom;
import org.signalup.domain.Rat;
import org.signalup.domain.TestMode;

/** What a device hears: a level by tile and operator, a fade that wanders, zones without service. */
final class Signal {
    private static final double TILES_PER_DEG = 250; // some 400 m
    private static final double KEEP = 0.95;
    private static final double WANDER_DB = 1.4;

    Rat rat = Rat.NONE;
    int rsrpMdbm;
    int sinrMdb;
    private final SplittableRandom random;

    Signal(SplittableRandom random) {
        this.random = random;
    }

    void measure(Trip trip) {
        long north = (long) (trip.latDeg * TILES_PER_DEG);
        long east = (long) (trip.lonDeg * TILES_PER_DEG);
        long tile = north * 1_000_003L + east;
        long hash = TripMaker.mix(tile * 31 + trip.operator.hashCode());
        double luck = (hash >>> 11) * 0x1p-53;
        trip.fade = KEEP * trip.fade + WANDER_DB * random.nextGaussian();
        double level = -106 + 36 * luck + trip.fade;
        if (luck < 0.02 && random.nextInt(10) < 8) {
            rat = Rat.NONE;
            return;
        }
        rat = ratAt(trip.mode, luck, (hash & 7) == 0);
        rsrpMdbm = (int) Math.round(level * 10) * 100;
        sinrMdb = (int) Math.round((level + 108) / 2.5 * 10 + 30 * random.nextGaussian()) * 100;
    }

    private static Rat ratAt(TestMode mode, double luck, boolean rural) {
        if (mode == TestMode.LOCK_5G) {
            return Rat.G5;
        }
        if (mode == TestMode.LOCK_4G || luck < 0.12 || rural) {
            return luck < 0.025 && mode == TestMode.FREE ? Rat.G3 : Rat.G4;
        }
        return Rat.G5;
    }

    /** A rate test now and then, by phones of the crowd at the start of their session. */
    boolean rateTest(Trip trip) {
        return trip.first() && rat.number() >= Rat.G4.number() && random.nextInt(4) == 0;
    }

    long downlinkKbps() {
        double base = rat == Rat.G5 ? 350 : 60;
        return Math.round(base * 1000 * Math.exp(0.5 * random.nextGaussian()));
    }
}
