package org.signalup.geo.internal;

/**
 * Where the shift of Chinese map services applies. The open formula's own bound, one rectangle (72.004 to 137.8347 °E,
 * 0.8293 to 55.8271 °N), would shift Seoul, Hanoi and Delhi too. Here each half degree of longitude has its southern and
 * northern limit, rounded outwards to a tenth of a degree: enough to choose a formula by, no map and no border.
 */
public final class ChinaExtent {
    private static final double WEST = 73.0;
    private static final double COLUMNS_PER_DEGREE = 2.0;

    private static final double[] SOUTH = {
        39.2, 38.5, 37.0, 36.9, 36.6, 35.9, 35.8, 35.5, 35.4, 35.2, 32.1, 31.0, 30.9, 30.6, 30.4, 30.2,
        29.9, 30.3, 29.9, 29.6, 29.2, 29.1, 28.7, 28.5, 28.2, 27.8, 27.8, 27.9, 27.7, 27.7, 27.8, 27.1,
        27.1, 28.0, 28.0, 27.8, 27.8, 27.4, 26.8, 26.8, 26.8, 26.9, 27.2, 27.5, 27.7, 28.1, 28.0, 27.7,
        27.7, 23.8, 24.0, 23.1, 22.0, 21.6, 21.4, 21.4, 21.1, 21.1, 22.3, 22.4, 22.4, 22.4, 22.4, 22.7,
        23.1, 22.9, 22.8, 21.8, 21.5, 21.5, 20.5, 18.3, 17.9, 17.9, 17.9, 17.9, 20.3, 20.3, 20.3, 20.3,
        20.3, 20.3, 20.3, 20.3, 20.3, 20.3, 20.3, 20.3, 20.3, 20.3, 20.3, 20.3, 21.7, 21.7, 21.7, 21.7,
        21.7, 21.7, 21.7, 21.7, 25.0, 25.0, 25.0, 39.9, 40.4, 40.6, 40.8, 41.3, 41.4, 41.3, 41.3, 41.9,
        42.0, 42.3, 42.5, 42.3, 42.8, 44.9, 45.1, 44.9, 45.0, 45.6, 46.6, 47.4, 48.3
    };

    private static final double[] NORTH = {
        39.5, 40.2, 40.3, 40.6, 40.7, 40.7, 40.5, 41.1, 41.3, 41.6, 41.6, 41.7, 41.9, 45.1, 45.2, 45.2,
        45.4, 45.5, 46.2, 47.2, 47.3, 47.2, 47.1, 47.2, 47.2, 48.5, 48.6, 49.2, 49.2, 49.2, 48.8, 48.5,
        48.1, 48.1, 48.0, 47.5, 46.9, 45.2, 45.2, 45.1, 45.1, 45.0, 44.8, 44.6, 44.4, 44.1, 43.2, 42.8,
        42.9, 42.8, 42.8, 42.7, 42.7, 42.7, 42.8, 42.8, 42.7, 42.6, 42.4, 42.2, 42.1, 41.9, 41.9, 41.9,
        41.9, 42.1, 42.3, 42.4, 42.5, 42.5, 42.5, 42.5, 42.5, 42.7, 42.9, 43.4, 44.6, 45.2, 45.2, 45.1,
        44.9, 45.0, 45.3, 45.5, 45.5, 48.8, 49.6, 49.9, 49.8, 49.7, 50.0, 50.1, 51.0, 51.6, 53.1, 53.4,
        53.4, 53.5, 53.6, 53.6, 53.6, 53.6, 53.5, 53.3, 53.3, 53.2, 52.9, 52.2, 51.1, 50.3, 49.7, 49.7,
        49.5, 49.5, 49.1, 49.0, 47.8, 47.8, 47.8, 48.1, 48.2, 48.4, 48.5, 48.5, 48.5
    };

    /** Islands beyond the columns: west, south, east, north. */
    private static final double[][] ISLANDS = {
        {110.0, 12.0, 118.0, 20.5}, {111.0, 6.5, 116.5, 12.0}, {111.8, 3.5, 112.9, 6.5}, {124.4, 25.7, 124.8, 26.2}
    };

    private ChinaExtent() {}

    /** True when the shift applies at this position. */
    public static boolean contains(double lon, double lat) {
        int column = (int) Math.floor((lon - WEST) * COLUMNS_PER_DEGREE);
        if (column < 0 || column >= SOUTH.length) {
            return false;
        }
        if (lat >= SOUTH[column] && lat <= NORTH[column]) {
            return true;
        }
        for (double[] box : ISLANDS) {
            if (lon >= box[0] && lat >= box[1] && lon <= box[2] && lat <= box[3]) {
                return true;
            }
        }
        return false;
    }
}
