package org.signalup.evaluate.internal.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.signalup.geo.Bin;
import org.signalup.geo.LocalMetric;

/**
 * Finds the bins of a line whose samples cannot be given away by looking at the neighbours alone: hairpins, rings,
 * crossings, ends of parts beside other parts.
 *
 * <p>A sample within the buffer of two bins that are not neighbours means those bins are within two buffers of each
 * other. On a stretch that hardly turns that is harmless: the distance to the line then has one minimum only. With
 * all directions of the stretch within an angle θ of each other, the distance grows once the way s along it from the foot satisfies s·cos θ ≥
 * buffer·sin θ; two bins on, s is at least one bin length.
 */
final class Rivals {
    /** Neighbours decide alone. */
    static final int NONE = 0;
    /** Must be compared with every bin within the buffer. */
    static final int CONTESTED = 1;
    /** Neighbours decide, but a contested bin near by must be compared with it. */
    static final int WITNESS = 2;

    private static final double LARGEST_TURN = Math.toRadians(25);
    private static final double SAFETY = 0.9;
    private static final int CELL_E7 = 20_000;

    private final List<Bin> bins;
    private final double reachM;
    private final double harmlessTurn;
    private final double[] heading;
    private final int[] state;
    private final Map<Long, int[]> grid = new HashMap<>();

    private Rivals(List<Bin> bins, double bufferM, double binLengthM) {
        this.bins = bins;
        this.reachM = 2 * bufferM * 1.01 + 1;
        this.harmlessTurn = Math.min(LARGEST_TURN, Math.atan(SAFETY * binLengthM / bufferM)) / 2;
        this.state = new int[bins.size()];
        this.heading = new double[bins.size()];
        for (int i = 0; i < bins.size(); i++) {
            Chord chord = Chord.of(bins.get(i));
            heading[i] = Math.atan2(chord.uy(), chord.ux());
        }
    }

    static int[] of(List<Bin> bins, double bufferM, double binLengthM) {
        Rivals rivals = new Rivals(bins, bufferM, binLengthM);
        rivals.fillGrid();
        rivals.markContested();
        rivals.markWitnesses();
        return rivals.state;
    }

    private void fillGrid() {
        for (int i = 0; i < bins.size(); i++) {
            int bin = i;
            Keys.Box.of(bins.get(i), 0).cells(CELL_E7, cell -> grid.merge(cell, new int[] {bin}, Rivals::joined));
        }
    }

    private static int[] joined(int[] left, int[] right) {
        int[] all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        return all;
    }

    private void markContested() {
        for (int i = 0; i < bins.size(); i++) {
            int bin = i;
            forEachNear(i, other -> {
                if (other > bin + 1 && !harmless(bin, other)) {
                    state[bin] = CONTESTED;
                    state[other] = CONTESTED;
                } else if (other == bin + 1
                        && bins.get(bin).part() != bins.get(other).part()) {
                    state[bin] = CONTESTED;
                    state[other] = CONTESTED;
                }
            });
        }
    }

    private void markWitnesses() {
        boolean[] contested = new boolean[state.length];
        for (int i = 0; i < state.length; i++) {
            contested[i] = state[i] == CONTESTED;
        }
        for (int i = 0; i < state.length; i++) {
            if (contested[i]) {
                forEachNear(i, other -> {
                    if (!contested[other]) {
                        state[other] = WITNESS;
                    }
                });
            }
        }
    }

    private boolean harmless(int from, int to) {
        if (bins.get(from).part() != bins.get(to).part()) {
            return false;
        }
        for (int i = from + 1; i <= to; i++) {
            if (Math.abs(Math.IEEEremainder(heading[i] - heading[from], 2 * Math.PI)) > harmlessTurn) {
                return false;
            }
        }
        return true;
    }

    private void forEachNear(int bin, IntConsumer near) {
        Chord own = Chord.of(bins.get(bin));
        int[] last = {-1};
        Keys.Box.of(bins.get(bin), reachM).cells(CELL_E7, cell -> {
            for (int other : grid.getOrDefault(cell, NOTHING)) {
                if (other != bin && other != last[0] && own.distanceM(bins.get(other)) <= reachM) {
                    last[0] = other;
                    near.accept(other);
                }
            }
        });
    }

    private static final int[] NOTHING = {};

    /** A bin's chord in the plane at its start. */
    record Chord(LocalMetric metric, double lonE7, double latE7, double ux, double uy) {
        static Chord of(Bin bin) {
            LocalMetric metric = LocalMetric.at(bin.from().latE7());
            double lon = bin.from().lonDeg() * 1e7;
            double lat = bin.from().latDeg() * 1e7;
            double dLat = bin.to().latDeg() * 1e7 - lat;
            return new Chord(
                    metric,
                    lon,
                    lat,
                    metric.xM(bin.to().lonDeg() * 1e7 - lon, dLat),
                    metric.yM(bin.to().lonDeg() * 1e7 - lon, dLat));
        }

        double x(double lon, double lat) {
            return metric.xM(lon - lonE7, lat - latE7);
        }

        double y(double lon, double lat) {
            return metric.yM(lon - lonE7, lat - latE7);
        }

        double inverse() {
            double squared = ux * ux + uy * uy;
            return squared == 0 ? 0 : 1 / squared;
        }

        double distanceM(Bin other) {
            double ax = x(other.from().lonDeg() * 1e7, other.from().latDeg() * 1e7);
            double ay = y(other.from().lonDeg() * 1e7, other.from().latDeg() * 1e7);
            double bx = x(other.to().lonDeg() * 1e7, other.to().latDeg() * 1e7);
            double by = y(other.to().lonDeg() * 1e7, other.to().latDeg() * 1e7);
            if (crosses(ax, ay, bx, by)) {
                return 0;
            }
            return Math.min(
                    Math.min(toSegment(ax, ay, 0, 0, ux, uy), toSegment(bx, by, 0, 0, ux, uy)),
                    Math.min(toSegment(0, 0, ax, ay, bx, by), toSegment(ux, uy, ax, ay, bx, by)));
        }

        private boolean crosses(double ax, double ay, double bx, double by) {
            double sideA = ux * ay - uy * ax;
            double sideB = ux * by - uy * bx;
            double dx = bx - ax;
            double dy = by - ay;
            double sideStart = dx * -ay - dy * -ax;
            double sideEnd = dx * (uy - ay) - dy * (ux - ax);
            return sideA * sideB < 0 && sideStart * sideEnd < 0;
        }

        private static double toSegment(double px, double py, double ax, double ay, double bx, double by) {
            double dx = bx - ax;
            double dy = by - ay;
            double squared = dx * dx + dy * dy;
            double t = squared == 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / squared));
            return Math.hypot(px - ax - t * dx, py - ay - t * dy);
        }
    }
}
