package org.signalup.standards;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Rat;
import org.signalup.standards.internal.policy.UsualRatesFile;

/**
 * How fast tests usually are: {@code rates.yml} of the programme. Rates of a file that lie far beside it, and near it a thousand times
 * larger or smaller, are in another unit than their heading says. It judges no network.
 *
 * @param leastTests a file of fewer is not looked at
 * @param beyondSpreads how far a median may lie from what is usual, in spreads
 * @param withinSpreads how near it must lie in the other unit, in spreads
 */
public record UsualRates(int leastTests, double beyondSpreads, double withinSpreads, List<Usual> usual) {
    /** Nothing is known. */
    public static final UsualRates UNKNOWN = new UsualRates(Integer.MAX_VALUE, 0, 0, List.of());

    public UsualRates {
        usual = List.copyOf(usual);
    }

    /** The direction of a rate. */
    public enum Direction {
        DL,
        UL
    }

    /**
     * What is usual.
     *
     * @param operator code; empty = any
     * @param medianMbps half of the tests are faster
     * @param spreadDecades standard deviation of the logarithm of single tests, to the base of ten
     */
    public record Usual(
            Rat rat, Direction direction, Optional<String> operator, double medianMbps, double spreadDecades) {}

    /**
     * Reads the last {@code rates.yml} of a programme and its overlays; none is known where no folder has one.
     *
     * @throws org.signalup.domain.RefusedException with every problem of the file
     */
    public static UsualRates read(List<Path> programme) {
        return UsualRatesFile.read(programme);
    }

    /** What is usual for an operator's network, else for any; empty where nothing is known. */
    public Optional<Usual> of(Rat rat, Direction direction, String operator) {
        return usual.stream()
                .filter(one -> one.rat() == rat
                        && one.direction() == direction
                        && one.operator().map(operator::equals).orElse(true))
                .max(Comparator.comparing(one -> one.operator().isPresent()));
    }
}
