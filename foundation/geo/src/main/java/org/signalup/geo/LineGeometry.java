package org.signalup.geo;

import java.util.List;

/**
 * A line for measuring along. Chainage is WGS-84 geodesic along the kept parts, one after the other, in millimetres.
 * Parts that run beside an earlier part (80 % of their length within 60 m) are parallel track and left out.
 *
 * @param parts the kept parts, each at least two vertices
 * @param leftOut parallel parts, kept for the report
 */
public record LineGeometry(List<Part> parts, List<Part> leftOut) {
    public LineGeometry {
        parts = List.copyOf(parts);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One part with the chainage at each vertex.
     *
     * @param chainageMm chainage of each vertex; the first is where the part starts on the line
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
    }

    /** Length of the kept parts. */
    public long lengthMm() {
        return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).toMm();
    }
}
