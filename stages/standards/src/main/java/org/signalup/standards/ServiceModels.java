package org.signalup.standards;

import java.util.Optional;

/**
 * 业务感知的口径: the numbers behind {@link ServiceKpi}, and the ranges within which opinion models say anything.
 *
 * @param connectWithinMs CONNECT_IN_TIME
 * @param highRttMs RTT_HIGH_SHARE: above this
 * @param goodMos MOS_GOOD_SHARE: at least this
 * @param inSyncMs AV_IN_SYNC: at most this, either way
 * @param voice the short E-model
 * @param video VMOS-lite
 * @param game G.1072; empty = opinions of games are not modelled
 */
public record ServiceModels(
        double connectWithinMs,
        double highRttMs,
        double goodMos,
        double inSyncMs,
        Voice voice,
        Video video,
        Optional<Game> game) {
    /** The short E-model is used up to this one-way delay and share of packets lost. */
    public record Voice(double mostDelayMs, double mostLoss) {}

    /**
     * VMOS-lite: opinion of a picture of low and of high definition, and what is taken off it.
     *
     * @param freeInitialSeconds waiting that costs nothing
     * @param perStalledShare for standing still all the time
     * @param leastPlayedSeconds of shorter sessions it says nothing; nor where the first picture came later than {@code mostInitialSeconds}
     */
    public record Video(
            double lowPicture,
            double highPicture,
            double freeInitialSeconds,
            double perInitialSecond,
            double perStalledShare,
            double perStallAMinute,
            double leastPlayedSeconds,
            double mostInitialSeconds) {}

    /**
     * The stream a game is assumed to have, since samples do not tell it.
     *
     * @param lines 480, 720 or 1080
     * @param quick whether the game is one of quick reactions: the high class of interaction, else the low one
     * @param mostRating cap of the rating factor
     */
    public record Game(double mbps, double framesPerSecond, int lines, boolean quick, double mostRating) {}
}
