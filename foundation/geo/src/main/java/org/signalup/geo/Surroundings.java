package org.signalup.geo;

import java.util.Arrays;
import java.util.List;

/**
 * Where something stands, as a grid of 0.0005° (some 50 m): tells in no time whether a position is near any of it. Coarse on
 * purpose: it is for looking at habits of many positions, not for matching one.
 */
public final class Surroundings {
    /** Nothing stands anywhere. */
    public static final Surroundings NONE = new Builder().build();

    private static final int CELL_E7 = 5_000;
    /** Cells of one meridian; every latitude's number is smaller. */
    private static final long CELLS = 1L << 22;

    private final long[] cells;

    private Surroundings(long[] cells) {
        this.cells = cells;
    }

    /** Collects what stands where. */
    public static final class Builder {
        private long[] cells = new long[1024];
        private int count;

        /** Something at a position. */
        public Builder add(GeoPoint position) {
            add(cell(position.lonE7()), cell(position.latE7()));
            return this;
        }

        /** Something along a way, straight from one position to the next. */
        public Builder add(List<GeoPoint> way) {
            for (int i = 0; i < way.size(); i++) {
                add(way.get(i));
                if (i > 0) {
                    between(way.get(i - 1), way.get(i));
                }
            }
            return this;
        }

        private void between(GeoPoint from, GeoPoint to) {
            long x = (long) to.lonE7() - from.lonE7();
            long y = (long) to.latE7() - from.latE7();
            long steps = Math.max(Math.abs(x), Math.abs(y)) / CELL_E7;
            for (long step = 1; step <= steps; step++) {
                add(cell(from.lonE7() + x * step / (steps + 1)), cell(from.latE7() + y * step / (steps + 1)));
            }
        }

        private void add(long x, long y) {
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, count * 2);
            }
            cells[count++] = x * CELLS + y;
        }

        public Surroundings build() {
            return new Surroundings(
                    Arrays.stream(cells, 0, count).sorted().distinct().toArray());
        }
    }

    private static long cell(long e7) {
        return Math.floorDiv(e7, CELL_E7);
    }

    public boolean empty() {
        return cells.length == 0;
    }

    /** Whether something stands in the position's cell or one beside it: surely within 0.0005°, never beyond 0.001°. */
    public boolean near(GeoPoint position) {
        long x = cell(position.lonE7());
        long y = cell(position.latE7());
        for (long beside = x - 1; beside <= x + 1; beside++) {
            int found = Arrays.binarySearch(cells, beside * CELLS + y - 1);
            int first = found >= 0 ? found : -found - 1;
            if (first < cells.length && cells[first] <= beside * CELLS + y + 1) {
                return true;
            }
        }
        return false;
    }
}
