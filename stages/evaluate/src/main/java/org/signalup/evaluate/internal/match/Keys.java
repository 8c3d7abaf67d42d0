package org.signalup.evaluate.internal.match;

import java.util.function.LongConsumer;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LocalMetric;

/**
 * The keys samples and targets are joined by. A position alone has the number of its grid cell of 1/500 degree, about 220 m;
 * a position on a named line that number in the number range of the line; a check-in the negative number of its point.
 */
final class Keys {
    static final int SIZE_E7 = 20_000;
    /** Wider than all cell numbers together: latitude rows of a million. */
    private static final long RANGE = 1L << 38;

    private static final long ROW = 1_000_000L;
    /** Below this a key is a check-in, whatever position it has. */
    static final long CHECKINS_BELOW = -RANGE / 2;
    /** Stands for the floor of a sample that does not say it. */
    static final int NO_FLOOR = Integer.MAX_VALUE;

    private Keys() {}

    static long checkin(int tid) {
        return -RANGE * (tid + 1);
    }

    static String checkinSql(String tid) {
        return "(" + tid + " + 1) * " + -RANGE;
    }

    static long onLine(long cell, int lineNumber) {
        return cell + RANGE * (lineNumber + 1);
    }

    static String onLineSql(String cell, String lineNumber) {
        return cell + " + (" + lineNumber + " + 1) * " + RANGE;
    }

    /** Division by a whole number of cells is exact enough that FLOOR cannot err. */
    static String cellSql(String lonE7, String latE7) {
        String size = "CAST(" + SIZE_E7 + " AS DOUBLE)";
        return "CAST(FLOOR(" + latE7 + " / " + size + ") * CAST(" + ROW + " AS DOUBLE) + FLOOR(" + lonE7 + " / " + size
                + ") AS BIGINT)";
    }

    /** A box of longitudes and latitudes, in 1e-7 degree, that surely holds a capsule. */
    record Box(int lonFrom, int lonTo, int latFrom, int latTo) {
        static final Box EVERYWHERE =
                new Box(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE);

        static Box of(GeoPoint a, GeoPoint b, double radiusM) {
            // A margin of 1 m and the metric of the end nearer to the pole keep the box from being too narrow.
            LocalMetric metric = LocalMetric.at(Math.abs(a.latE7()) > Math.abs(b.latE7()) ? a.latE7() : b.latE7());
            long lonMargin = (long) Math.ceil((radiusM + 1) * 1.01 / metric.kx());
            long latMargin = (long) Math.ceil((radiusM + 1) * 1.01 / metric.ky());
            return new Box(
                    clamped(Math.min(a.lonE7(), b.lonE7()) - lonMargin),
                    clamped(Math.max(a.lonE7(), b.lonE7()) + lonMargin),
                    clamped(Math.min(a.latE7(), b.latE7()) - latMargin),
                    clamped(Math.max(a.latE7(), b.latE7()) + latMargin));
        }

        static Box of(Bin bin, double radiusM) {
            return of(bin.from(), bin.to(), radiusM);
        }

        private static int clamped(long e7) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, e7));
        }

        /** Cells that the box touches. */
        void cells(int sizeE7, LongConsumer consumer) {
            for (long lat = Math.floorDiv(latFrom, sizeE7); lat <= Math.floorDiv(latTo, sizeE7); lat++) {
                for (long lon = Math.floorDiv(lonFrom, sizeE7); lon <= Math.floorDiv(lonTo, sizeE7); lon++) {
                    consumer.accept(lat * ROW + lon);
                }
            }
        }
    }
}
