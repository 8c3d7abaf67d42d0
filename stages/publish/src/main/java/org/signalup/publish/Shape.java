package org.signalup.publish;

import java.util.List;
import org.signalup.geo.GeoPoint;

/**
 * Where a row lies, WGS-84.
 *
 * @param paths each at least one position; a single position is a point, several are a line; no path = it lies nowhere known
 */
public record Shape(List<List<GeoPoint>> paths) {
    public static final Shape NONE = new Shape(List.of());

    public static Shape point(GeoPoint position) {
        return new Shape(List.of(List.of(position)));
    }

    public static Shape line(List<GeoPoint> positions) {
        return new Shape(List.of(positions));
    }

    public boolean none() {
        return paths.isEmpty();
    }

    public boolean isPoint() {
        return paths.size() == 1 && paths.get(0).size() == 1;
    }

    public GeoPoint position() {
        return paths.get(0).get(0);
    }
}
