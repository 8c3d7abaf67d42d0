package org.signalup.evaluate.internal.rate;

import java.util.Optional;
import org.signalup.domain.Direction;

/** The rates of a region by the method the programme's targets are defined for, row ANY. */
public interface ProgressRates {
    /** @param direction empty for the trials of both directions; operator {@code ALL} is never asked */
    Optional<RateVerdict> of(String region, String operator, Optional<Direction> direction);
}
