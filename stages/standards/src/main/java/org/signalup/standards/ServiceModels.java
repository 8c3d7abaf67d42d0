package org.signalup.standards;

/**
 * 业务感知的口径: the numbers behind {@link ServiceKpi}.
 *
 * @param connectWithinMs CONNECT_IN_TIME
 * @param highRttMs RTT_HIGH_SHARE: above this
 * @param goodMos MOS_GOOD_SHARE: at least this
 * @param video VMOS-lite
 */
public record ServiceModels(double connectWithinMs, double highRttMs, double goodMos, Video video) {
    /**
     * VMOS-lite: opinion of a picture of low and of high definition, and what is taken off it.
     *
     * @param freeInitialSeconds waiting that costs nothing
     * @param perStalledShare for standing still all the time
     */
    public record Video(
            double lowPicture,
            double highPicture,
            double freeInitialSeconds,
            double perInitialSecond,
            double perStalledShare,
            double perStallAMinute) {}
}
