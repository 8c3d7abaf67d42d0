package org.signalup.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.signalup.geo.internal.ParallelTrack;
import org.signalup.geo.internal.TouchingPlane;

/**
 * A line for measuring along. Chainage is WGS-84 geodesic along the kept parts, one after the other, in millimetres.
 * Parts that run beside an earlier part (80 % of their length within 60 m) are parallel track and left out.
 *
 * @param parts the kept parts, each at least two vertices
 * @param leftOut parallel parts, kept for the report
 */
public record LineGeometry(List<Part> parts, List<Part> leftOut) {
    /** A remainder shorter than this joins the bin before it (contract: bins). */
    private static final long SHORTEST_BIN_MM = 1000;

    public LineGeometry {
        parts = List.copyOf(parts);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One part with the chainage at each vertex.
     *
     * @param chainageMm chainage of each vertex, strictly rising; the first is where the part starts on the line. A part
     *     that was left out starts at 0
     */
    public record Part(List<GeoPoint> vertices, List<Long> chainageMm) {
        public Part {
            vertices = List.copyOf(vertices);
            chainageMm = List.copyOf(chainageMm);
        }

        public long fromMm() {
            return chainageMm.get(0);
        }

        public long toMm() {
            return chainageMm.get(chainageMm.size() - 1);
        }

        public long lengthMm() {
            return toMm() - fromMm();
        }

        /**
         * The position at a chainage of this part, on the geodesic between its two neighbours.
         *
         * @throws IllegalArgumentException when the part does not reach it
         */
        public GeoPoint at(long chainage) {
            if (chainage < fromMm() || chainage > toMm()) {
                throw new IllegalArgumentException(
                        "chainageMm: " + chainage + " (expected: " + fromMm() + " to " + toMm() + ")");
            }
            return new Walk(this).at(chainage);
        }

        private int firstNotBelow(long chainage) {
            int low = 0;
            int high = chainageMm.size() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (chainageMm.get(middle) < chainage) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** Positions of a part asked for in order: between two vertices the geodesic is found once. */
    private static final class Walk {
        private final Part part;
        private int after = -1;
        private Geodesy.Course course;

        Walk(Part part) {
            this.part = part;
        }

        GeoPoint at(long chainage) {
            int vertex = part.firstNotBelow(chainage);
            long end = part.chainageMm.get(vertex);
            if (end == chainage) {
                return part.vertices.get(vertex);
            }
            if (vertex != after) {
                course = Geodesy.Course.between(part.vertices.get(vertex - 1), part.vertices.get(vertex));
                after = vertex;
            }
            long start = part.chainageMm.get(vertex - 1);
            return course.at((double) (chainage - start) / (end - start));
        }
    }

    /**
     * Measures a line. Vertices less than half a millimetre on are dropped, parts without length too; parts beside an
     * earlier kept part are left out.
     *
     * @param parts vertices of each part, in the order that chainage follows
     */
    public static LineGeometry of(List<List<GeoPoint>> parts) {
        List<Part> kept = new ArrayList<>();
        List<Part> leftOut = new ArrayList<>();
        ParallelTrack track = new ParallelTrack();
        long fromMm = 0;
        for (List<GeoPoint> vertices : parts) {
            Part part = measured(vertices, fromMm);
            if (part.lengthMm() == 0) {
                continue;
            }
            if (track.besideKept(part.vertices())) {
                leftOut.add(measured(vertices, 0));
                continue;
            }
            track.keep(part.vertices());
            kept.add(part);
            fromMm = part.toMm();
        }
        return new LineGeometry(kept, leftOut);
    }

    /** Rounds the running length, not each step, so that the error never adds up. */
    private static Part measured(List<GeoPoint> vertices, long fromMm) {
        if (vertices.isEmpty()) {
            throw new IllegalArgumentException("part: 0 vertices (expected: at least 2)");
        }
        List<GeoPoint> kept = new ArrayList<>(vertices.size());
        List<Long> chainage = new ArrayList<>(vertices.size());
        kept.add(vertices.get(0));
        chainage.add(fromMm);
        double metres = 0;
        for (int i = 1; i < vertices.size(); i++) {
            metres += Geodesy.distanceM(vertices.get(i - 1), vertices.get(i));
            long here = fromMm + Math.round(metres * 1000);
            if (here > chainage.get(chainage.size() - 1)) {
                kept.add(vertices.get(i));
                chainage.add(here);
            }
        }
        return new Part(kept, chainage);
    }

    /** Distance in metres from a position to the nearest kept part; good to 1 % within some kilometres. */
    public double distanceM(GeoPoint position) {
        double least = Double.POSITIVE_INFINITY;
        for (Part part : parts) {
            for (int i = 1; i < part.vertices().size(); i++) {
                GeoPoint from = part.vertices().get(i - 1);
                least = Math.min(
                        least,
                        TouchingPlane.distanceM(position, from, part.vertices().get(i)));
            }
        }
        return least;
    }

    /** Length of the kept parts. */
    public long lengthMm() {
        return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).toMm();
    }

    /** The part a chainage lies on: where two parts meet the later one, at the very end the last; empty beyond the line. */
    public OptionalInt partAt(long chainageMm) {
        if (chainageMm < 0 || chainageMm > lengthMm() || parts.isEmpty()) {
            return OptionalInt.empty();
        }
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).toMm() <= chainageMm) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return OptionalInt.of(low);
    }

    /**
     * The position at a chainage.
     *
     * @throws IllegalArgumentException beyond the line
     */
    public GeoPoint at(long chainageMm) {
        int part = partAt(chainageMm)
                .orElseThrow(() -> new IllegalArgumentException(
                        "chainageMm: " + chainageMm + " (expected: 0 to " + lengthMm() + ")"));
        return parts.get(part).at(chainageMm);
    }

    /** What a bin is along the line, without the positions of its ends, which cost a geodesic each. */
    public record Piece(int part, long fromMm, long toMm) {}

    /**
     * Cuts the line into 里程段 of a fixed length. They start anew at each part while numbering goes on; the last of a part
     * is what remains, and a remainder under 1 m joins the one before. A part shorter than a bin is one bin.
     *
     * @param binLengthM at least 1 m; rounded to millimetres
     */
    public List<Bin> bins(double binLengthM) {
        List<Bin> bins = new ArrayList<>();
        int part = -1;
        Walk walk = null;
        GeoPoint start = null;
        for (Piece piece : pieces(binLengthM)) {
            if (piece.part() != part) {
                part = piece.part();
                walk = new Walk(parts.get(part));
                start = parts.get(part).vertices().get(0);
            }
            GeoPoint end = walk.at(piece.toMm());
            bins.add(new Bin(bins.size(), part, piece.fromMm(), piece.toMm(), start, end));
            start = end;
        }
        return bins;
    }

    /** The same bins by their chainage alone. */
    public List<Piece> pieces(double binLengthM) {
        long lengthMm = Math.round(binLengthM * 1000);
        if (!(lengthMm >= SHORTEST_BIN_MM)) {
            throw new IllegalArgumentException("binLengthM: " + binLengthM + " (expected: at least 1)");
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            long end = parts.get(i).toMm();
            long from = parts.get(i).fromMm();
            while (from < end) {
                long to = end - from - lengthMm < SHORTEST_BIN_MM ? end : from + lengthMm;
                pieces.add(new Piece(i, from, to));
                from = to;
            }
        }
        return pieces;
    }
}
