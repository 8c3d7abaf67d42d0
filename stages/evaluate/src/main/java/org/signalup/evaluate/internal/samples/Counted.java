package org.signalup.evaluate.internal.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;

/**
 * What became of the samples of an evaluation.
 *
 * @param read rows read, refused ones among them
 * @param kept rows that are left; those {@code outside} the period are not judged
 * @param refused rows refused against the ledger, by code
 * @param noSinr kept level-only rows
 * @param first first day with a sample of the period, {@code last} the last
 * @param tests whether there are rate or service tests
 * @param caught crowd samples caught, by code of the rule; empty where none were looked at
 * @param warnings about markers taken for missing
 * @param notes how the tallies came about
 */
public record Counted(
        long read,
        long kept,
        long thinned,
        Map<String, Long> refused,
        long noSinr,
        long outside,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        boolean tests,
        Map<String, Long> caught,
        List<Text> warnings,
        List<Text> notes) {}
