package org.signalup.geo;

import java.util.List;
import org.signalup.geo.internal.TouchingPlane;

/**
 * A region of rings, outer and inner alike: inside is what an odd number of rings surrounds. So rings that touch
 * themselves, as published boundaries often do, need no repair.
 *
 * @param rings vertices of each ring, closed or not
 */
public record Area(List<List<GeoPoint>> rings) {
    public Area {
        rings = rings.stream().map(List::copyOf).toList();
    }

    public boolean contains(GeoPoint position) {
        boolean inside = false;
        for (List<GeoPoint> ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                inside ^= crosses(position, ring.get(i), ring.get(j));
            }
        }
        return inside;
    }

    /** Does the ray from the position to the east cross this edge? */
    private static boolean crosses(GeoPoint position, GeoPoint a, GeoPoint b) {
        if ((a.latDeg() > position.latDeg()) == (b.latDeg() > position.latDeg())) {
            return false;
        }
        double share = (position.latDeg() - a.latDeg()) / (b.latDeg() - a.latDeg());
        return position.lonDeg() < a.lonDeg() + share * (b.lonDeg() - a.lonDeg());
    }

    /** Distance in metres to the nearest border, from inside or outside; good to 1 % within some kilometres. */
    public double borderDistanceM(GeoPoint position) {
        double least = Double.POSITIVE_INFINITY;
        for (List<GeoPoint> ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                least = Math.min(least, TouchingPlane.distanceM(position, ring.get(j), ring.get(i)));
            }
        }
        return least;
    }
}
