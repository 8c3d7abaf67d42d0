package org.signalup.web.internal.plan;

import java.util.List;
import java.util.OptionalInt;
import org.signalup.domain.Text;
import org.signalup.publish.Words;

/**
 * What a line still needs.
 *
 * @param stretches pieces of neighbouring bins with the same need, each operator's counted
 * @param longestM metres of the longest of them
 * @param points key points of the line with a need
 */
record LineNeed(
        String id,
        String name,
        long stretches,
        double longestM,
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
}
