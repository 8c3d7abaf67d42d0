package org.signalup.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.standards.CrowdRule;

/**
 * {@code summary.json}: what an evaluation read, used and left out. Everything that varies from run to run is in
 * {@link Run}; the rest is equal for equal input.
 *
 * @param standardStatus PROPOSAL or OFFICIAL
 * @param read rows read; always {@code kept + thinned + rejected} and what the filters of crowd samples left out
 * @param noSinr level-only rows of 4G and 5G, kept but not judged
 * @param outsidePeriod kept rows outside the period, not judged
 * @param matches pairs of a coverage sample, in whatever mode, and a target it counted for; 0 means that nothing met the ledger
 * @param verdicts places by operator and verdict: {@code operator → verdict → count}
 * @param passes passing places by operator and evidence, so that a trend tells them apart: {@code operator → A, B, C → count}
 * @param caught crowd samples caught by the filters, by code of the rule; empty where no crowd samples were filtered
 * @param defaulted how often a default stood in, by column
 * @param simulated whether samples are invented: said so by the caller or by the name of a place, line or file
 * @param withoutFilters rules for crowd samples of the standard that were switched off, by code, to see what they do
 * @param exemptPoints key points left out with a reason
 */
public record Summary(
        String programme,
        String standard,
        String standardName,
        String standardStatus,
        int year,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<LocalDate> asOf,
        Optional<LocalDate> firstSample,
        Optional<LocalDate> lastSample,
        long read,
        long kept,
        long thinned,
        long rejected,
        long noSinr,
        long outsidePeriod,
        long matches,
        Map<String, Long> rejectedByCode,
        Map<String, Long> caught,
        Map<String, Long> defaulted,
        List<FileLine> files,
        List<String> duplicates,
        List<String> warnings,
        int places,
        int keyPoints,
        int exemptPoints,
        int lines,
        Map<String, Map<String, Integer>> verdicts,
        Map<String, Map<String, Integer>> passes,
        boolean simulated,
        Map<String, String> digests,
        List<String> withoutFilters,
        Run run) {
    /** An evaluation written before passes were told apart, or samples filtered, has none. */
    public Summary {
        passes = passes == null ? Map.of() : passes;
        caught = caught == null ? Map.of() : caught;
        withoutFilters = withoutFilters == null ? List.of() : withoutFilters;
    }

    /** Rows that the filters of crowd samples left out altogether. */
    public long leftOut() {
        return caught.entrySet().stream()
                .filter(entry -> CrowdRule.valueOf(entry.getKey()).effect() == CrowdRule.Effect.SAMPLE)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** One sample file. */
    public record FileLine(
            String file,
            String format,
            String digest,
            long read,
            long kept,
            long rejected,
            List<String> removedColumns,
            List<String> unknownColumns) {}

    /**
     * What may differ between two runs over the same input.
     *
     * @param notes how the tallies came about: counted anew, taken from an earlier run, or from histograms, and why
     */
    public record Run(
            String engine,
            String version,
            String startedAt,
            double seconds,
            Map<String, Double> phaseSeconds,
            List<String> notes) {
        /** An evaluation written before there were notes has none. */
        public Run {
            notes = notes == null ? List.of() : notes;
        }
    }
}
