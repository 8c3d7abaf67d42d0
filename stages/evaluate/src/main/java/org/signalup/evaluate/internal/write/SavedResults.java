package org.signalup.evaluate.internal.write;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.AggregateRow;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.evaluate.ResultRows.DisagreementRow;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.ResultRows.ScoreRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.LedgerReader;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.Standard;
import org.signalup.standards.StandardReader;

/**
 * Results read from the contract files of a folder, with the programme, standard and ledger copied into it. The ledger of
 * a nation takes a while to read and is needed by few: it is read when first asked for.
 */
public final class SavedResults implements Results {
    static final String PROGRAMMES = "input/programme";
    static final String STANDARD = "input/standard.yml";
    static final String LEDGER = "input/ledger";

    private final Path folder;
    private final Summary summary;
    private final Programme programme;
    private final Standard standard;
    private final Supplier<Ledger> ledgerReader;
    private Ledger ledger;

    SavedResults(Path folder, Summary summary, Programme programme, Standard standard, Supplier<Ledger> ledgerReader) {
        this.folder = folder;
        this.summary = summary;
        this.programme = programme;
        this.standard = standard;
        this.ledgerReader = ledgerReader;
    }

    /** Opens a finished evaluation; see {@link org.signalup.evaluate.Evaluation#open}. */
    public static SavedResults open(Path folder) {
        if (!Files.isRegularFile(folder.resolve(Manifest.NAME))) {
            throw new RefusedException(Problem.ofFile(
                    folder.toString(),
                    "NOT_AN_EVALUATION",
                    Text.of("不是评测结果文件夹（缺少 manifest.json）", "is not an evaluation (expected: a manifest.json)")));
        }
        for (Manifest.Entry entry : Manifest.read(folder).files()) {
            if (!Files.isRegularFile(folder.resolve(entry.path()))) {
                throw new RefusedException(Problem.ofFile(
                        folder.resolve(entry.path()).toString(),
                        "EVALUATION_INCOMPLETE",
                        Text.of("评测结果缺少此文件", "is listed in the manifest but missing")));
            }
        }
        Programme programme = programme(folder.resolve(PROGRAMMES));
        return new SavedResults(
                folder,
                JsonFile.read(folder.resolve(SummaryFile.NAME), Summary.class),
                programme,
                StandardReader.read(folder.resolve(STANDARD)),
                () -> LedgerReader.read(folder.resolve(LEDGER), programme));
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Summary summary() {
        return summary;
    }

    @Override
    public Programme programme() {
        return programme;
    }

    @Override
    public Standard standard() {
        return standard;
    }

    @Override
    public synchronized Ledger ledger() {
        if (ledger == null) {
            ledger = ledgerReader.get();
        }
        return ledger;
    }

    /** The copies are numbered folders: the programme itself, then its overlays. */
    private static Programme programme(Path copies) {
        try (Stream<Path> folders = Files.list(copies)) {
            List<Path> ordered = folders.sorted().toList();
            return ProgrammeReader.read(ordered.get(0), ordered.subList(1, ordered.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<PointRow> points() {
        return list(ContractFile.POINTS, ResultRowReader::point);
    }

    @Override
    public List<PlaceRow> places() {
        return list(ContractFile.PLACES, ResultRowReader::place);
    }

    @Override
    public void forEachBin(Consumer<BinRow> consumer) {
        ResultRowReader.forEach(folder.resolve(ContractFile.BINS.csvName()), ResultRowReader::bin, consumer);
    }

    @Override
    public List<LineRow> sections() {
        return list(ContractFile.SECTIONS, ResultRowReader::section);
    }

    @Override
    public List<LineRow> lines() {
        return list(ContractFile.LINES, ResultRowReader::line);
    }

    @Override
    public List<RateRow> rates() {
        return list(ContractFile.RATES, ResultRowReader::rate);
    }

    @Override
    public List<ProgressRow> progress() {
        return list(ContractFile.PROGRESS, ResultRowReader::progress);
    }

    @Override
    public List<PlanRow> plan() {
        return list(ContractFile.PLAN, ResultRowReader::plan);
    }

    @Override
    public List<CrowdRow> crowdFilters() {
        return ifThere(ContractFile.CROWD, ResultRowReader::crowd);
    }

    @Override
    public List<ServiceRow> services() {
        return ifThere(ContractFile.SERVICES, ResultRowReader::service);
    }

    @Override
    public List<AggregateRow> aggregates() {
        return ifThere(ContractFile.AGGREGATES, ResultRowReader::aggregate);
    }

    @Override
    public List<AgreementRow> sourceAgreement() {
        return ifThere(ContractFile.AGREEMENT, ResultRowReader::agreement);
    }

    @Override
    public List<InstrumentRow> instrumentRefusals() {
        return ifThere(ContractFile.INSTRUMENTS, ResultRowReader::instrument);
    }

    @Override
    public void forEachScore(Consumer<ScoreRow> consumer) {
        eachIfThere(ContractFile.SCORES, ResultRowReader::score, consumer);
    }

    @Override
    public void forEachDisagreement(Consumer<DisagreementRow> consumer) {
        eachIfThere(ContractFile.DISAGREEMENTS, ResultRowReader::disagreement, consumer);
    }

    @Override
    public void forEachQuantile(Consumer<QuantileRow> consumer) {
        eachIfThere(ContractFile.QUANTILES, ResultRowReader::quantile, consumer);
    }

    private <T> void eachIfThere(ContractFile file, Function<NamedCsvRecord, T> mapper, Consumer<T> consumer) {
        Path path = folder.resolve(file.csvName());
        if (Files.isRegularFile(path)) {
            ResultRowReader.forEach(path, mapper, consumer);
        }
    }

    /** The rows of a file that older evaluations do not have. */
    private <T> List<T> ifThere(ContractFile file, Function<NamedCsvRecord, T> mapper) {
        return Files.isRegularFile(folder.resolve(file.csvName())) ? list(file, mapper) : List.of();
    }

    private <T> List<T> list(ContractFile file, Function<NamedCsvRecord, T> mapper) {
        List<T> rows = new ArrayList<>();
        ResultRowReader.forEach(folder.resolve(file.csvName()), mapper, rows::add);
        return rows;
    }
}
