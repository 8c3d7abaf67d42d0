package org.signalup.bench.internal.town;

import java.util.ArrayList;
import java.util.List;
import org.signalup.bench.internal.town.TownLines.LinePlan;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;

/** The length that a reader of the ledger will measure: over the coordinates as they are written. */
final class GeodesicLength {
    private GeodesicLength() {}

    static double of(LinePlan line) {
        List<List<GeoPoint>> parts = new ArrayList<>();
        for (List<double[]> part : line.parts()) {
            parts.add(part.stream()
                    .map(p -> new GeoPoint(Double.parseDouble(Ground.lon(p[0])), Double.parseDouble(Ground.lat(p[1]))))
                    .toList());
        }
        return LineGeometry.of(parts).lengthMm() / 1000.0;
    }
}
