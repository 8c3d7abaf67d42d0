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

    static long cell(long lonE7, long latE7, int sizeE7) {
        return Math.floorDiv(latE7, sizeE7) * ROW + Math.floorDiv(lonE7, sizeE7);
    }

    /** The same in SQL; division by a whole number of cells is exact enough that FLOOR cannot err. */
    public static String sql(String lonE7, String latE7) {
        String size = "CAST(" + SIZE_E7 + " AS DOUBLE)";
        return "CAST(FLOOR(" + latE7 + " / " + size + ") AS BIGINT) * " + ROW + " + CAST(FLOOR(" + lonE7 + " / " + size
                + ") AS BIGINT)";
    }

    /** Cells that the box of a capsule touches. */
    static void of(GeoPoint a, GeoPoint b, double radiusM, int sizeE7, LongConsumer consumer) {
        // A margin of 1 m and the metric of the end nearer to the pole keep the box from being too narrow.
        LocalMetric metric = LocalMetric.at(Math.abs(a.latE7()) > Math.abs(b.latE7()) ? a.latE7() : b.latE7());
        long lonMargin = (long) Math.ceil((radiusM + 1) * 1.01 / metric.kx());
        long latMargin = (long) Math.ceil((radiusM + 1) * 1.01 / metric.ky());
        long firstLon = Math.floorDiv(Math.min(a.lonE7(), b.lonE7()) - lonMargin, sizeE7);
        long lastLon = Math.floorDiv(Math.max(a.lonE7(), b.lonE7()) + lonMargin, sizeE7);
        long firstLat = Math.floorDiv(Math.min(a.latE7(), b.latE7()) - latMargin, sizeE7);
        long lastLat = Math.floorDiv(Math.max(a.latE7(), b.latE7()) + latMargin, sizeE7);
        for (long lat = firstLat; lat <= lastLat; lat++) {
            for (long lon = firstLon; lon <= lastLon; lon++) {
                consumer.accept(lat * ROW + lon);
            }
        }
    }

    static void of(Bin bin, double radiusM, int sizeE7, LongConsumer consumer) {
        of(bin.from(), bin.to(), radiusM, sizeE7, consumer);
    }
}
