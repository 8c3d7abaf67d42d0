package org.signalup.evaluate.internal.quality;

import java.util.OptionalDouble;
import org.signalup.standards.ServiceModels;

/**
 * E-model of ITU-T G.107 in the short form for G.729A with random loss (Cole and Rosenbluth 2001): {@code R = 94.2 − 0.024 d − 0.11
 * (d − 177.3)·[d > 177.3] − 11 − 40 ln(1 + 10 e)}, {@code MOS = 1 + 0.035 R + 7·10⁻⁶ R (R − 60)(100 − R)} for R from 0 to 100, with the one-way delay
 * d in ms and the share of packets lost e. The standard says up to which delay and loss it is used.
 */
public final class EModel {
    private static final double KNEE_MS = 177.3;

    private final ServiceModels.Voice range;

    public EModel(ServiceModels.Voice range) {
        this.range = range;
    }

    /** The opinion from 1 to 4.5, or none outside the range. */
    public OptionalDouble mos(double oneWayDelayMs, double lossShare) {
        boolean inside = oneWayDelayMs >= 0
                && oneWayDelayMs <= range.mostDelayMs()
                && lossShare >= 0
                && lossShare <= range.mostLoss();
        return inside ? OptionalDouble.of(ofRating(rating(oneWayDelayMs, lossShare))) : OptionalDouble.empty();
    }

    private static double rating(double delayMs, double loss) {
        double late = delayMs > KNEE_MS ? 0.11 * (delayMs - KNEE_MS) : 0;
        return 94.2 - 0.024 * delayMs - late - 11 - 40 * StrictMath.log(1 + 10 * loss);
    }

    /** The opinion that belongs to a rating factor. */
    private static double ofRating(double rating) {
        double r = Math.max(0, Math.min(100, rating));
        return 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6;
    }
}
