package org.signalup.evaluate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Period;
import org.signalup.domain.ProgressListener;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;

/**
 * All an evaluation depends on.
 *
 * @param inputs the files behind programme, standard and ledger, copied into the evaluation; empty when they were made
 *     in memory, and then the folder cannot be opened again by {@link Evaluation#open}
 * @param asOf stand-in for today; empty = the last day of the period, else the last day with a sample
 * @param previous folder of the previous evaluation, for the hysteresis of stars
 * @param aggregates files of service aggregates, shown beside the measurements
 * @param simulated whether the samples are invented, which every page then says
 * @param out folder to write; must be absent or empty unless {@code replace}
 */
public record EvaluationRequest(
        Programme programme,
        Standard standard,
        Ledger ledger,
        SampleSource samples,
        Period period,
        Optional<LocalDate> asOf,
        Optional<Path> previous,
        List<Path> aggregates,
        boolean simulated,
        Path out,
        boolean replace,
        Language language,
        ProgressListener progress,
        Optional<Inputs> inputs) {
    /**
     * Where policy and ledger were read from.
     *
     * @param programmeFolders the programme and its overlays, in order
     */
    public record Inputs(List<Path> programmeFolders, Path standardFile, Path ledgerFolder) {
        public Inputs {
            programmeFolders = List.copyOf(programmeFolders);
        }
    }
}
