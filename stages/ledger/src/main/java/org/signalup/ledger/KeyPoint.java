package org.signalup.ledger;

import java.util.Optional;
import org.signalup.geo.GeoPoint;

/**
 * 关键点位 of a place or of a line. Exactly one of {@code placeId} and {@code lineId} is present. A line's point has a
 * position with radius, or a chainage range and then takes the samples of the bins that overlap it.
 *
 * @param floor normalised floor (B1 = -1); empty = not stated
 * @param exemptReason 免测原因; empty text = not exempt
 */
public record KeyPoint(
        String id,
        Optional<String> placeId,
        Optional<String> lineId,
        String name,
        String kind,
        Optional<GeoPoint> position,
        double radiusM,
        boolean indoor,
        Optional<Integer> floor,
        Optional<Range> chainage,
        String exemptReason) {
    /** From and to along the line, metres. */
    public record Range(double fromM, double toM) {}

    public boolean exempt() {
        return !exemptReason.isEmpty();
    }
}
