package org.signalup.evaluate.internal.judge;

import java.util.List;
import org.signalup.standards.Standard.Part;

/**
 * One measured part of a score.
 *
 * @param weight its weight in the standard
 * @param applied its share of the weight that was measured
 * @param score 0 to 100
 * @param lost points of the whole score that it falls short of 100
 * @param because what keeps it from 100: directions of a rate, {@code LIVE.STALL_RATIO:POOR} or {@code LIVE.SUCCESS} of services
 */
public record PartScore(Part part, double weight, double applied, double score, double lost, List<String> because) {
    public PartScore {
        because = List.copyOf(because);
    }
}
