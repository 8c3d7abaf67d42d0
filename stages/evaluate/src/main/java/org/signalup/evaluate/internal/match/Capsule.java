package org.signalup.evaluate.internal.match;

import java.util.Optional;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LocalMetric;

/**
 * What a position must be near to count for a target: a chord from an origin and a reach around it, in the plane at the
 * origin; a key point has a chord of no length.
 *
 * @param byPosition whether samples that name neither point nor line count for it
 * @param line number of a bin's line, {@link #NO_LINE} for a key point
 * @param floor of an indoor key point
 * @param rival how a bin is told from others near by, see {@link Rivals}
 * @param box outside it nothing is near enough
 * @param reachSquared in square metres
 * @param previous the neighbour's chord, back from the origin
 * @param next the neighbour's chord, on from the end
 */
record Capsule(
        int tid,
        boolean byPosition,
        int line,
        boolean indoor,
        Optional<Integer> floor,
        int rival,
        Origin origin,
        Cells.Box box,
        Chord chord,
        double reachSquared,
        Optional<Chord> previous,
        Optional<Chord> next) {
    static final int NO_LINE = -1;

    boolean isPoint() {
        return line == NO_LINE;
    }

    /** An origin in 1e-7 degree and the metric around it. */
    record Origin(double lonE7, double latE7, LocalMetric metric) {
        static Origin of(GeoPoint point) {
            return new Origin(point.lonDeg() * 1e7, point.latDeg() * 1e7, LocalMetric.at(point.latE7()));
        }
    }

    /** A vector in metres, with one over its squared length; 0 for a vector of no length. */
    record Chord(double x, double y, double inverse) {
        static final Chord NONE = new Chord(0, 0, 0);

        static Chord of(double x, double y) {
            double squared = x * x + y * y;
            return new Chord(x, y, squared == 0 ? 0 : 1 / squared);
        }
    }

    /** Takes capsules with a cell each of them touches; all cells of one capsule in a row. */
    @FunctionalInterface
    interface Sink {
        void put(long cell, Capsule capsule);
    }
}
