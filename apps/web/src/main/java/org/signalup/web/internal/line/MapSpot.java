package org.signalup.web.internal.line;

import java.util.Optional;
import org.signalup.web.internal.catalog.OpenEvaluation;

/**
 * Where the middle of a stretch is on the map.
 *
 * @param zoom at which all of it is seen
 */
public record MapSpot(double lonDeg, double latDeg, int zoom) {
    /** Width of the world at zoom 0 over its length in metres, at the equator. */
    private static final double PIXELS_PER_M = 512 / 40_075_016.7;

    private static final double SEEN_PIXELS = 700;
    private static final int NEAREST = 16;

    static Optional<MapSpot> of(OpenEvaluation evaluation, LineHead line, Window window) {
        double middleM = (window.fromM() + window.toM()) / 2;
        return evaluation
                .tables()
                .find(
                        "SELECT from_lon, from_lat FROM ledger_bin WHERE line_id = ? AND from_m <= ? AND to_m > ? ORDER BY bin LIMIT 1",
                        row -> of(row.getDouble(0), row.getDouble(1), window.toM() - window.fromM()),
                        line.id(),
                        middleM,
                        middleM);
    }

    private static MapSpot of(double lonDeg, double latDeg, double lengthM) {
        double pixels = lengthM * PIXELS_PER_M / Math.cos(Math.toRadians(latDeg));
        double zoom = Math.floor(Math.log(SEEN_PIXELS / pixels) / Math.log(2));
        return new MapSpot(lonDeg, latDeg, (int) Math.max(0, Math.min(NEAREST, zoom)));
    }
}
