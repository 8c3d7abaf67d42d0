package org.signalup.evaluate.internal.judge;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows.LineRow;

/**
 * A line or section for one operator and RAT row; lengths in millimetres.
 *
 * @param ratio passed length of the judged length; empty when nothing was judged
 * @param low the ratio if all that is open failed
 * @param high the ratio if all that is open passed
 */
public record StretchVerdict(
        Decided decided,
        long lengthMm,
        long passedMm,
        long retestMm,
        long failedMm,
        OptionalDouble ratio,
        OptionalDouble low,
        OptionalDouble high,
        long longestGapMm) {
    public long judgedMm() {
        return passedMm + retestMm + failedMm;
    }

    /** The row of {@code sections.csv}, or of {@code lines.csv} without a section. */
    public LineRow row(
            String lineId,
            Optional<String> sectionId,
            String operator,
            RatRow rat,
            OptionalInt stars,
            String starsReason) {
        return new LineRow(
                lineId,
                sectionId,
                operator,
                rat,
                lengthMm,
                judgedMm(),
                passedMm,
                retestMm,
                failedMm,
                ratio,
                low,
                high,
                longestGapMm,
                decided.verdict(),
                decided.evidence(),
                stars,
                starsReason);
    }
}
