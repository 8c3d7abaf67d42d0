package org.signalup.standards;

import java.util.Map;
import org.signalup.domain.RatRow;

/**
 * Judges what worked examples put in, by the same code that judges an evaluation. The evaluate stage implements it; the
 * numbers come from the standard alone.
 */
public interface SpecJudge {
    /** All three RAT rows, whether or not a sample counts in them. */
    Map<RatRow, SpecAnswer.Judged> point(Standard standard, SpecInput.Point point);

    /** All three RAT rows. */
    Map<RatRow, SpecAnswer.Judged> bin(Standard standard, SpecInput.Bin bin);

    /** The row that decides by the standard's RAT rule; points with samples are judged first. */
    SpecAnswer.Place place(Standard standard, SpecInput.Place place);

    /** Lengths, ratios, gaps and verdicts of the line and of each section. */
    SpecAnswer.Line line(Standard standard, SpecInput.Line line);

    SpecAnswer.All all(Standard standard, SpecInput.All all);

    SpecAnswer.Stars stars(Standard standard, SpecInput.Stars stars);

    /** Every rule that is on. */
    Map<CrowdRule, SpecAnswer.Crowd> crowd(Standard standard, SpecInput.Crowd crowd);

    /** Every row with at least one test. */
    Map<SpecAnswer.RateKey, SpecAnswer.Rate> rate(Standard standard, SpecInput.Rate rate);
}
