package org.signalup.intake.internal.row;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Rat;
import org.signalup.standards.Programme.UsualRates;
import org.signalup.standards.Programme.UsualRates.Direction;
import org.signalup.standards.Programme.UsualRates.Usual;

/**
 * Sets the rates of a file against what is usual for their network: how far, in powers of ten, each lies beside it. Of all of them the
 * median counts, so that neither a few wild values nor a mixture of 4G and 5G says anything. Keeps a histogram, whatever the size of the file.
 */
final class RateHabit {
    /** A unit taken for another is wrong by so many powers of ten. */
    private static final double KILO = 3;

    private static final double KBPS_PER_MBPS = 1000;
    private static final double STEP = 0.01;
    private static final double WIDEST = 10;

    private final UsualRates rates;
    private final Map<Direction, Map<String, Optional<Usual>>> known = new EnumMap<>(Direction.class);
    private final Map<Direction, Distances> seen = new EnumMap<>(Direction.class);

    RateHabit(UsualRates rates) {
        this.rates = rates;
        for (Direction direction : Direction.values()) {
            known.put(direction, new HashMap<>());
            seen.put(direction, new Distances());
        }
    }

    /**
     * What speaks for another unit.
     *
     * @param tests how many were looked at
     * @param medianMbps of the file
     * @param usualMbps the median one would expect of the same networks
     * @param factor how many times the first is the second
     */
    record Evidence(Direction direction, long tests, double medianMbps, double usualMbps, double factor) {
        boolean tooHigh() {
            return factor > 1;
        }
    }

    void see(SampleRow row) {
        see(row, Direction.DL, row.numbers[Slot.DL_KBPS]);
        see(row, Direction.UL, row.numbers[Slot.UL_KBPS]);
    }

    /** A rate of zero is a test that failed. */
    private void see(SampleRow row, Direction direction, long kbps) {
        if (kbps > 0 && row.has(Slot.RAT)) {
            usual(direction, row.numbers[Slot.RAT], row.operator())
                    .ifPresent(usual -> seen.get(direction)
                            .add(
                                    Math.log10(kbps / KBPS_PER_MBPS),
                                    Math.log10(usual.medianMbps()),
                                    usual.spreadDecades()));
        }
    }

    private Optional<Usual> usual(Direction direction, long rat, String operator) {
        return known.get(direction)
                .computeIfAbsent(rat + operator, key -> rates.of(Coded.of(Rat.class, (int) rat), direction, operator));
    }

    /** What the downlinks say, else the uplinks; empty when the unit is not doubted. */
    Optional<Evidence> evidence() {
        return evidence(Direction.DL).or(() -> evidence(Direction.UL));
    }

    private Optional<Evidence> evidence(Direction direction) {
        Distances distances = seen.get(direction);
        if (distances.tests < rates.leastTests()) {
            return Optional.empty();
        }
        double spread = distances.spreads / distances.tests;
        double beside = distances.median();
        boolean far = Math.abs(beside) > rates.beyondSpreads() * spread;
        boolean nearOtherwise = Math.abs(KILO - Math.abs(beside)) < rates.withinSpreads() * spread;
        if (!far || !nearOtherwise) {
            return Optional.empty();
        }
        double usual = distances.usual / distances.tests;
        return Optional.of(new Evidence(
                direction, distances.tests, Math.pow(10, usual + beside), Math.pow(10, usual), Math.pow(10, beside)));
    }

    /** How far rates lie beside what is usual, counted in small steps. */
    private static final class Distances {
        private final long[] steps = new long[(int) Math.round(2 * WIDEST / STEP) + 1];
        private long tests;
        private double usual;
        private double spreads;

        void add(double logMbps, double logUsual, double spread) {
            double beside = Math.max(-WIDEST, Math.min(WIDEST, logMbps - logUsual));
            steps[(int) Math.round((beside + WIDEST) / STEP)]++;
            tests++;
            usual += logUsual;
            spreads += spread;
        }

        double median() {
            long half = (Arrays.stream(steps).sum() + 1) / 2;
            int step = 0;
            for (long below = steps[0]; below < half; below += steps[step]) {
                step++;
            }
            return step * STEP - WIDEST;
        }
    }
}
