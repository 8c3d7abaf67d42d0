package org.signalup.evaluate.internal.match;

import java.util.function.LongConsumer;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LocalMetric;

/** Grid cells of 1/500 degree, about 220 m: the key samples and targets are joined by. */
public final class Cells {
    static final int SIZE_E7 = 20_000;
    private static final long ROW = 1_000_000L;

    private Cells() {}

    /** Where a cell begins. */
    static long lonOf(long cell) {
        return (cell - Math.floorDiv(cell + ROW / 2, ROW) * ROW) * SIZE_E7;
    }

    static long latOf(long cell) {
        return Math.floorDiv(cell + ROW / 2, ROW) * SIZE_E7;
    }

    /** Where in its cell a coordinate lies, from 0 to below the size. */
    static int within(long coordinateE7) {
        return (int) Math.floorMod(coordinateE7, (long) SIZE_E7);
    }

    static long cell(long lonE7, long latE7, int sizeE7) {
        return Math.floorDiv(latE7, sizeE7) * ROW + Math.floorDiv(lonE7, sizeE7);
    }

    /** The same in SQL; division by a whole number of cells is exact enough that FLOOR cannot err. */
    public static String sql(String lonE7, String latE7) {
        String size = "CAST(" + SIZE_E7 + " AS DOUBLE)";
        return "CAST(FLOOR(" + latE7 + " / " + size + ") AS BIGINT) * " + ROW + " + CAST(FLOOR(" + lonE7 + " / " + size
                + ") AS BIGINT)";
    }

    /** What holds everything within reach of a chord, in 1e-7 degree, rather too wide than too narrow. */
    record Box(long fromLon, long toLon, long fromLat, long toLat) {
        static Box around(GeoPoint a, GeoPoint b, double radiusM) {
            // A margin of 1 m and the metric of the end nearer to the pole keep the box from being too narrow.
            LocalMetric metric = LocalMetric.at(Math.abs(a.latE7()) > Math.abs(b.latE7()) ? a.latE7() : b.latE7());
            long lonMargin = (long) Math.ceil((radiusM + 1) * 1.01 / metric.kx());
            long latMargin = (long) Math.ceil((radiusM + 1) * 1.01 / metric.ky());
            return new Box(
                    Math.min(a.lonE7(), b.lonE7()) - lonMargin,
                    Math.max(a.lonE7(), b.lonE7()) + lonMargin,
                    Math.min(a.latE7(), b.latE7()) - latMargin,
                    Math.max(a.latE7(), b.latE7()) + latMargin);
        }

        /** The cells it touches. */
        void cells(int sizeE7, LongConsumer consumer) {
            for (long lat = Math.floorDiv(fromLat, sizeE7); lat <= Math.floorDiv(toLat, sizeE7); lat++) {
                for (long lon = Math.floorDiv(fromLon, sizeE7); lon <= Math.floorDiv(toLon, sizeE7); lon++) {
                    consumer.accept(lat * ROW + lon);
                }
            }
        }
    }

    static void of(Bin bin, double radiusM, int sizeE7, LongConsumer consumer) {
        Box.around(bin.from(), bin.to(), radiusM).cells(sizeE7, consumer);
    }
}
