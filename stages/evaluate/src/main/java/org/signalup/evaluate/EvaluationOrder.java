package org.signalup.evaluate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.signalup.domain.Language;
import org.signalup.domain.Period;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.LedgerReader;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.Standard;
import org.signalup.standards.StandardReader;
import org.signalup.standards.Standards;

/**
 * What to evaluate, as somebody orders it: folders and names that are read when it is carried out.
 *
 * @param programmeFolders the programme and its overlays, in order
 * @param standard id of a standard of those folders, or a file
 * @param ledger folder of the file contract
 * @param aggregates files of service aggregates, shown beside the measurements
 * @param withoutFilters rules for crowd samples that are switched off, to see what they do; the evaluation says so
 * @param out folder to write; must be absent or empty unless {@code replace}
 */
public record EvaluationOrder(
        List<Path> programmeFolders,
        String standard,
        Path ledger,
        SampleSource samples,
        Period period,
        Optional<LocalDate> asOf,
        Optional<Path> previous,
        List<Path> aggregates,
        boolean simulated,
        Set<CrowdRule> withoutFilters,
        Path out,
        boolean replace) {
    public EvaluationOrder {
        programmeFolders = List.copyOf(programmeFolders);
        aggregates = List.copyOf(aggregates);
        withoutFilters = Set.copyOf(withoutFilters);
    }

    /**
     * Reads policy and ledger.
     *
     * @throws RefusedException with every problem of standard and ledger at once
     */
    public EvaluationRequest request(Language language, ProgressListener progress) {
        progress.progress(Text.of("读取标准和台账", "reading standard and ledger"), 0, 0);
        Programme programme = programme();
        List<Path> overlaysFirst = new ArrayList<>(programmeFolders);
        Collections.reverse(overlaysFirst);
        List<Problem> problems = new ArrayList<>();
        Optional<Path> file = attempt(() -> Standards.locate(standard, overlaysFirst), problems);
        Optional<Standard> read = file.flatMap(path -> attempt(() -> StandardReader.read(path), problems));
        Optional<Ledger> places = attempt(() -> LedgerReader.read(ledger, programme), problems);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        return new EvaluationRequest(
                programme,
                read.orElseThrow().withoutCrowdRules(withoutFilters),
                places.orElseThrow(),
                samples,
                period,
                asOf,
                previous,
                aggregates,
                simulated,
                out,
                replace,
                language,
                progress,
                Optional.of(new EvaluationRequest.Inputs(programmeFolders, file.orElseThrow(), ledger)));
    }

    private Programme programme() {
        return ProgrammeReader.read(programmeFolders.get(0), programmeFolders.subList(1, programmeFolders.size()));
    }

    /** The value, or its problems added to those of the other inputs, so that all are told at once. */
    private static <T> Optional<T> attempt(Supplier<T> reading, List<Problem> problems) {
        try {
            return Optional.of(reading.get());
        } catch (RefusedException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
