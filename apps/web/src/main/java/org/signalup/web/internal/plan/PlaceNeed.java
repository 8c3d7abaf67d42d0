package org.signalup.web.internal.plan;

import java.util.List;
import java.util.OptionalInt;
import org.signalup.domain.Text;
import org.signalup.geo.GeoPoint;
import org.signalup.publish.Words;

/**
 * What a place still needs.
 *
 * @param points key points with a need
 * @param operators whose cards to bring
 * @param rats codes of the result rows that are open: ANY is tested in free mode, 4G and 5G locked
 * @param visitsForB visits, each on a new date, until its neediest point has evidence B; empty = visits alone do not get there
 * @param reasons codes of the plan, the most urgent first
 */
record PlaceNeed(
        String id,
        String name,
        String scenario,
        GeoPoint at,
        long points,
        List<String> operators,
        List<String> rats,
        OptionalInt visitsForB,
        OptionalInt visitsForA,
        List<String> reasons) {
    /** The reasons in words. */
    public List<Text> why() {
        return reasons.stream().map(Words::planReason).toList();
    }

    double lon() {
        return at.lonDeg();
    }

    double lat() {
        return at.latDeg();
    }
}
