package org.signalup.geo.internal;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.signalup.geo.GeoPoint;

/**
 * Tells whether a part of a line runs beside parts kept earlier: both tracks of a railway, both carriageways of a road
 * drawn one by one. Source of the two numbers: the definition of a line's length in the file contract.
 *
 * <p>A place of the part is beside when a kept part passes within 60 m; the far side of a kept part's end does not
 * count, otherwise a 50 m bridge that continues the line would be parallel to it.
 */
public final class ParallelTrack {
    /** At least this share of a part's length beside kept parts makes it parallel. */
    private static final double SHARE = 0.8;

    private static final double BESIDE_M = 60.0;
    /** A part is looked at in pieces of at most this length, and in at least as many pieces. */
    private static final double PIECE_M = 20.0;

    private static final int PIECES = 20;
    private static final double METRES_PER_DEGREE = 111_320.0;
    /** The index box is a little larger than the distance itself, never smaller. */
    private static final double MARGIN = 1.02;

    private final List<HPRtree> kept = new ArrayList<>();
    private final List<Envelope> extents = new ArrayList<>();

    private record Segment(GeoPoint from, GeoPoint to, boolean startsPart, boolean endsPart) {}

    /** Adds a part that later ones may run beside. */
    public void keep(List<GeoPoint> vertices) {
        HPRtree tree = new HPRtree();
        Envelope extent = new Envelope();
        for (int i = 1; i < vertices.size(); i++) {
            GeoPoint from = vertices.get(i - 1);
            GeoPoint to = vertices.get(i);
            Envelope box = new Envelope(from.lonDeg(), to.lonDeg(), from.latDeg(), to.latDeg());
            tree.insert(box, new Segment(from, to, i == 1, i == vertices.size() - 1));
            extent.expandToInclude(box);
        }
        kept.add(tree);
        extents.add(extent);
    }

    /** True when the part is parallel track. */
    public boolean besideKept(List<GeoPoint> vertices) {
        if (kept.isEmpty()) {
            return false;
        }
        double length = 0;
        for (int i = 1; i < vertices.size(); i++) {
            length += roughM(vertices.get(i - 1), vertices.get(i));
        }
        double piece = Math.min(PIECE_M, length / PIECES);
        double beside = 0;
        for (int i = 1; i < vertices.size(); i++) {
            beside += besideOf(vertices.get(i - 1), vertices.get(i), piece);
        }
        return beside >= SHARE * length;
    }

    private double besideOf(GeoPoint from, GeoPoint to, double pieceM) {
        double length = roughM(from, to);
        int pieces = Math.max(1, (int) Math.ceil(length / pieceM));
        int beside = 0;
        for (int i = 0; i < pieces; i++) {
            double share = (i + 0.5) / pieces;
            double lon = from.lonDeg() + share * (to.lonDeg() - from.lonDeg());
            double lat = from.latDeg() + share * (to.latDeg() - from.latDeg());
            if (beside(lon, lat)) {
                beside++;
            }
        }
        return length * beside / pieces;
    }

    private boolean beside(double lon, double lat) {
        double latReach = BESIDE_M * MARGIN / METRES_PER_DEGREE;
        double lonReach = latReach / Math.max(0.01, Math.cos(Math.toRadians(lat)));
        Envelope box = new Envelope(lon - lonReach, lon + lonReach, lat - latReach, lat + latReach);
        for (int i = 0; i < kept.size(); i++) {
            if (extents.get(i).intersects(box) && beside(kept.get(i), box, lon, lat)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beside(HPRtree tree, Envelope box, double lon, double lat) {
        for (Object found : tree.query(box)) {
            if (passes((Segment) found, lon, lat)) {
                return true;
            }
        }
        return false;
    }

    /** Distance in the plane that touches at the position: within 60 m it is exact to millimetres. */
    private static boolean passes(Segment segment, double lon, double lat) {
        double scale = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        double ax = (segment.from().lonDeg() - lon) * scale;
        double ay = (segment.from().latDeg() - lat) * METRES_PER_DEGREE;
        double dx = (segment.to().lonDeg() - segment.from().lonDeg()) * scale;
        double dy = (segment.to().latDeg() - segment.from().latDeg()) * METRES_PER_DEGREE;
        double along = -(ax * dx + ay * dy) / (dx * dx + dy * dy);
        if ((along < 0 && segment.startsPart()) || (along > 1 && segment.endsPart())) {
            return false;
        }
        double clamped = Math.max(0, Math.min(1, along));
        return Math.hypot(ax + clamped * dx, ay + clamped * dy) <= BESIDE_M;
    }

    private static double roughM(GeoPoint from, GeoPoint to) {
        double middle = Math.toRadians((from.latDeg() + to.latDeg()) / 2);
        double x = (to.lonDeg() - from.lonDeg()) * Math.cos(middle);
        return Math.hypot(x, to.latDeg() - from.latDeg()) * METRES_PER_DEGREE;
    }
}
