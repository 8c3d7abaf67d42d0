package org.signalup.evaluate.internal.quality;

import java.util.OptionalDouble;
import org.signalup.standards.ServiceModels;

/**
 * VMOS-lite, a rule of this platform and not P.1203: the picture by its share of high definition, less something for each second before the
 * first picture, for the share of time it stood still and for how often, from 1 to 5. The numbers, and of which sessions it says
 * anything, are the standard's; of one that stood still longer than it played it says nothing.
 */
public final class VmosLite {
    private static final double S_PER_MIN = 60;

    private final ServiceModels.Video numbers;

    public VmosLite(ServiceModels.Video numbers) {
        this.numbers = numbers;
    }

    /**
     * What is known of a session.
     *
     * @param hdShare share of the time in high definition; without it the picture counts as half
     * @param stalls how often it stood still; without it the share of time says it alone
     */
    public record Session(
            double firstFrameS, double playedS, double stalledS, OptionalDouble stalls, OptionalDouble hdShare) {}

    /** The opinion, or none outside the range. */
    public OptionalDouble mos(Session session) {
        boolean inside = session.playedS() >= numbers.leastPlayedSeconds()
                && session.firstFrameS() >= 0
                && session.firstFrameS() <= numbers.mostInitialSeconds()
                && session.stalledS() >= 0
                && session.stalledS() <= session.playedS();
        return inside ? OptionalDouble.of(opinion(session)) : OptionalDouble.empty();
    }

    private double opinion(Session session) {
        double hd = session.hdShare().orElse(0.5);
        double picture = numbers.lowPicture() + (numbers.highPicture() - numbers.lowPicture()) * hd;
        double waiting = numbers.perInitialSecond() * Math.max(0, session.firstFrameS() - numbers.freeInitialSeconds());
        double still = numbers.perStalledShare() * session.stalledS() / session.playedS();
        double often = numbers.perStallAMinute() * session.stalls().orElse(0) * S_PER_MIN / session.playedS();
        return Math.max(1, Math.min(5, picture - waiting - still - often));
    }
}
