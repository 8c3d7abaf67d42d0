package org.signalup.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.Measure;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Verdict;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;

/** The rows of the contract files, one record per file; columns of the file in the order of the components. */
public final class ResultRows {
    /** In place of an operator: all obliged ones together. */
    public static final String ALL = "ALL";

    private ResultRows() {}

    /** What was counted and estimated at a key point or bin; everything but the counts is empty without samples. */
    public record Measured(
            OptionalLong samples,
            OptionalLong covered,
            OptionalDouble share,
            OptionalDouble shareLow,
            OptionalDouble shareHigh,
            OptionalLong clusters,
            OptionalInt dates,
            OptionalInt datesFailed,
            OptionalDouble onRatShare,
            OptionalLong noService,
            OptionalLong weak,
            OptionalLong interfered) {
        /** No numbers at all, as in rows of ALL. */
        public static final Measured NONE = new Measured(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /** {@code points.csv}. */
    public record PointRow(
            String pointId,
            Optional<String> placeId,
            Optional<String> lineId,
            String operator,
            RatRow rat,
            Measured measured,
            Verdict verdict,
            Optional<Evidence> evidence) {}

    /** {@code places.csv}. */
    public record PlaceRow(
            String placeId,
            String operator,
            Verdict verdict,
            Optional<Evidence> evidence,
            int points,
            int pointsPassed,
            int pointsRetest,
            int pointsFailed,
            int pointsOpen,
            OptionalDouble score,
            OptionalInt stars,
            String starsReason) {}

    /** {@code bins.csv}; lengths in millimetres. */
    public record BinRow(
            String lineId,
            int bin,
            long fromMm,
            long toMm,
            String operator,
            RatRow rat,
            Measured measured,
            Verdict verdict,
            Optional<Evidence> evidence) {}

    /** {@code sections.csv} and, with an empty {@code sectionId}, {@code lines.csv}; stars only on lines. */
    public record LineRow(
            String lineId,
            Optional<String> sectionId,
            String operator,
            RatRow rat,
            long lengthMm,
            long judgedMm,
            long passedMm,
            long retestMm,
            long failedMm,
            OptionalDouble ratio,
            OptionalDouble ratioLow,
            OptionalDouble ratioHigh,
            long longestGapMm,
            Verdict verdict,
            Optional<Evidence> evidence,
            OptionalInt stars,
            String starsReason) {}

    /** {@code rates.csv}; rates in Mbit/s. */
    public record RateRow(
            String object,
            String objectId,
            String operator,
            RatRow rat,
            Direction direction,
            String method,
            long tests,
            long devices,
            OptionalDouble mean,
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble clippedMean,
            OptionalDouble median,
            OptionalDouble p10,
            OptionalDouble shareOk,
            OptionalDouble shareLow,
            OptionalDouble shareHigh,
            Optional<Verdict> verdict) {}

    /** {@code progress.csv}. Counts are places, lines or kilometres. */
    public record ProgressRow(
            String target,
            String region,
            String operator,
            String unit,
            OptionalDouble goal,
            OptionalDouble base,
            OptionalDouble listed,
            OptionalDouble reported,
            OptionalDouble tested,
            OptionalDouble passed,
            OptionalDouble passedA,
            OptionalDouble passedB,
            OptionalDouble passedC,
            OptionalDouble retest,
            OptionalDouble failed,
            OptionalDouble open,
            OptionalDouble estimate,
            OptionalDouble low,
            OptionalDouble high,
            OptionalLong n,
            Optional<Verdict> verdict) {}

    /** {@code plan.csv}: what to test next. */
    public record PlanRow(
            String target,
            String operator,
            RatRow rat,
            Verdict verdict,
            Optional<Evidence> evidence,
            OptionalInt visitsForB,
            OptionalInt visitsForA,
            String reason) {}

    /**
     * {@code crowd_filters.csv}: what a rule did to the crowd samples of a source and an operator.
     *
     * @param lookedAt samples there were; of a rule about tests: tests and sessions
     * @param caught of them, samples charged to this rule
     * @param deviceDays devices with a caught sample, counted anew each day
     * @param targets key points and bins that a caught sample would have counted for; of FEW_DEVICES: places and lines
     * @param dlTests downlink tests that count, after all rules; {@code meanDlMbps} is their plain mean
     * @param meanDlOtherwiseMbps the mean if what this rule took away counted; of a flag: if what it flagged did not
     */
    public record CrowdRow(
            CrowdRule rule,
            Source source,
            String operator,
            long lookedAt,
            long caught,
            long deviceDays,
            long targets,
            long dlTests,
            OptionalDouble meanDlMbps,
            OptionalDouble meanDlOtherwiseMbps) {}

    /**
     * {@code services.csv}: a KPI of the sessions of a service, in the unit of the KPI.
     *
     * @param n sessions that tell
     * @param good limits of the standard; empty where it has none
     * @param grade empty without limits, or with fewer sessions than the standard asks for
     */
    public record ServiceRow(
            String object,
            String objectId,
            String operator,
            Service service,
            ServiceKpi kpi,
            long n,
            double value,
            OptionalDouble good,
            OptionalDouble fair,
            Optional<ServiceLevel> grade) {}

    /**
     * {@code scores.csv}: what a measured part of the score of a place or line earned for an operator, and why not more.
     *
     * @param rat ANY for places
     * @param applied share of the weight measured; the parts of an object sum to 1
     * @param score 0 to 100
     * @param lost points the whole score lacks because of this part
     * @param because KPIs as {@code LIVE.STALL_RATIO:POOR}, success shares as {@code WEB.SUCCESS}, directions of rates
     */
    public record ScoreRow(
            String object,
            String objectId,
            String operator,
            RatRow rat,
            Standard.Part part,
            double weight,
            double applied,
            double score,
            double lost,
            List<String> because) {}

    /**
     * {@code service_aggregates.csv}: a KPI that an internet company brought, beside the own measurement of its region. Never part of any
     * verdict.
     *
     * @param method the company's statement
     * @param grade by the limits of the standard
     * @param ownRegion the region own sessions were counted for; empty where none corresponds to the division
     * @param ownN own sessions that tell the KPI
     * @param difference of the company's value from the own
     */
    public record AggregateRow(
            String provider,
            String method,
            LocalDate from,
            LocalDate to,
            String division,
            String operator,
            Service service,
            ServiceKpi kpi,
            long sessions,
            OptionalLong users,
            double value,
            OptionalDouble good,
            OptionalDouble fair,
            Optional<ServiceLevel> grade,
            Optional<String> ownRegion,
            OptionalLong ownN,
            OptionalDouble ownValue,
            OptionalDouble difference) {}

    /**
     * {@code source_agreement.csv}: how the sources of an object agree, each judged alone. Every target that several sources measured
     * in a mode is in one row, that of its sources.
     *
     * @param unit POINT or BIN: what was compared
     * @param sources that measured the targets, in the order of their numbers
     * @param agreeing of {@code compared}; the others differ by verdict, by interval, or both
     */
    public record AgreementRow(
            String object,
            String objectId,
            String unit,
            String operator,
            TestMode mode,
            List<Source> sources,
            long compared,
            long agreeing,
            long verdictsDiffer,
            long intervalsApart) {
        public AgreementRow {
            sources = List.copyOf(sources);
        }
    }

    /**
     * {@code source_disagreements.csv}: what one source alone says of a target about which sources differ.
     *
     * @param pointId empty for a bin
     * @param bin with its chainages in millimetres; empty for a key point
     * @param verdictsDiffer verdicts that are decided differ
     * @param intervalsApart two intervals have nothing in common
     * @param stands whose result stands until a new test; empty when the standard names no precedence
     */
    public record DisagreementRow(
            String object,
            String objectId,
            Optional<String> pointId,
            OptionalInt bin,
            OptionalLong fromMm,
            OptionalLong toMm,
            String operator,
            TestMode mode,
            Source source,
            long samples,
            long covered,
            double share,
            double shareLow,
            double shareHigh,
            long clusters,
            Verdict verdict,
            Optional<Evidence> evidence,
            boolean verdictsDiffer,
            boolean intervalsApart,
            Optional<Source> stands) {}

    /**
     * {@code instrument_refusals.csv}: rows of samples that would have counted at a place or line and were refused for their instrument.
     *
     * @param object PLACE, LINE, or NONE with an empty id: rows that would have counted nowhere
     * @param instrumentId empty where a row names none
     * @param code of the refusal
     * @param samples rows of coverage, before thinning
     * @param tests rate tests and service sessions
     */
    public record InstrumentRow(
            String object,
            String objectId,
            String operator,
            Source source,
            String instrumentId,
            String code,
            long samples,
            long tests) {}

    /**
     * {@code quantiles.csv}: how values are spread: the lower empirical quantiles, of rank ⌈q·samples⌉.
     *
     * @param object PLACE, LINE or REGION
     * @param method of tests; empty for level and quality
     * @param samples values there are: coverage samples, or tests
     * @param p05 in the unit of the measure, as the others; the true value is not below it, and above it by less than {@code within}
     * @param within width of the steps values were counted in; 0 where they were counted as they are
     */
    public record QuantileRow(
            String object,
            String objectId,
            String operator,
            RatRow rat,
            Measure measure,
            String method,
            long samples,
            double p05,
            double p50,
            double p95,
            double within) {}
}
