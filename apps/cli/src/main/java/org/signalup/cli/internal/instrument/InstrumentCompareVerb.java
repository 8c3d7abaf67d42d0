package org.signalup.cli.internal.instrument;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.Computing;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.UsageException;
import org.signalup.cli.internal.Words;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.Text;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.Comparison.Circumstances;
import org.signalup.instrument.Comparison.Names;
import org.signalup.instrument.Comparison.Uncertainty;
import org.signalup.instrument.ComparisonFiles;
import org.signalup.instrument.PairingRule;
import org.signalup.instrument.Quantity;
import org.signalup.instrument.Series.Pair;
import org.signalup.intake.IntakeOptions;
import org.signalup.publish.InstrumentReport;
import org.signalup.standards.InstrumentPolicy;
import org.signalup.standards.Programme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup instrument compare}: how far instruments agree that were side by side. */
@Command(name = "compare", sortOptions = false)
final class InstrumentCompareVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--reference", paramLabel = "FILE|ID", required = true)
    String reference;

    @Option(names = "--other", paramLabel = "FILE|ID", required = true, arity = "1..*")
    List<String> others;

    @Option(names = "--by", paramLabel = "COLUMN")
    String by;

    @Option(names = "--samples", paramLabel = "PATH", arity = "1..*")
    List<Path> samples;

    @Option(names = "--reference-uncertainty", paramLabel = "DB")
    String referenceUncertainty;

    @Option(names = "--uncertainty", paramLabel = "DB")
    String uncertainty;

    @Option(names = "--as-of", paramLabel = "DATE")
    String asOf;

    @Option(names = "--out", paramLabel = "DIR")
    Path out;

    @Mixin
    ReadOptions read = new ReadOptions();

    InstrumentCompareVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        checkWhatIsCompared();
        Programme programme = read.programme(session);
        InstrumentPolicy policy = InstrumentPolicy.read(read.layers(session));
        Circumstances circumstances = new Circumstances(programme.zone(), uncertainties(), Words.date("--as-of", asOf));
        Optional<FreshFolder> folder = Optional.ofNullable(out).map(FreshFolder::of);
        Instruments instruments = Computing.small((engine, work) -> {
            IntakeOptions options = read.intake(session, programme, ProgressListener.NONE, work);
            Instruments reading = new Instruments(new PairingRule(policy.pairing()), options, engine);
            return by == null ? reading.readFiles(files()) : reading.readIds(samples, names());
        });
        say(instruments);
        List<Comparison> comparisons = compare(instruments, policy, circumstances);
        new ComparisonText(session).say(comparisons);
        folder.ifPresent(fresh -> fresh.fill(inside -> {
            new ComparisonFiles(comparisons).write(inside, new TreeMap<>(instruments.digests()));
            new InstrumentReport(session.language()).write(comparisons, policy, inside);
        }));
        return 0;
    }

    private void say(Instruments instruments) {
        session.say(instruments.counts());
        for (Problem warning : instruments.warnings()) {
            session.say(Text.of("提示：", "warning: "), Terminal.clean(warning.line(session.language())));
        }
    }

    private List<Comparison> compare(Instruments instruments, InstrumentPolicy policy, Circumstances circumstances) {
        List<Comparison> comparisons = new ArrayList<>();
        for (String other : others) {
            for (Quantity quantity : Quantity.values()) {
                Names names = new Names(quantity, instruments.label(reference), instruments.label(other));
                List<Pair> pairs = instruments.pairs(quantity, reference, other);
                comparisons.add(Comparison.of(names, pairs, policy, about(quantity, circumstances)));
            }
        }
        return comparisons;
    }

    /** Certificates state the uncertainty of the level. */
    private static Circumstances about(Quantity quantity, Circumstances all) {
        return quantity == Quantity.RSRP ? all : new Circumstances(all.zone(), Optional.empty(), all.asOf());
    }

    private void checkWhatIsCompared() {
        if (by != null && !by.equals("instrument_id")) {
            throw Words.wrong("--by", by, Text.same("instrument_id"));
        }
        if ((by == null) != (samples == null)) {
            throw new UsageException(Text.of(
                    "--by instrument_id 与 --samples 一起用：同一批文件里按仪器编号区分",
                    "--by instrument_id goes with --samples: instruments are told apart within the same files"));
        }
        if (names().size() != others.size() + 1) {
            throw new UsageException(Text.of("同一台仪器给了两次", "an instrument is given twice"));
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(reference));
        names.addAll(others);
        return names.stream().distinct().toList();
    }

    private List<Path> files() {
        return names().stream().map(Path::of).toList();
    }

    /** Both or none: with one alone there is no En score. */
    private Optional<Uncertainty> uncertainties() {
        Optional<Double> ofReference = decibels("--reference-uncertainty", referenceUncertainty);
        Optional<Double> ofOther = decibels("--uncertainty", uncertainty);
        if (ofReference.isPresent() != ofOther.isPresent()) {
            throw new UsageException(Text.of(
                    "--uncertainty 与 --reference-uncertainty 要么都给，要么都不给",
                    "--uncertainty and --reference-uncertainty go together"));
        }
        return ofReference.map(value -> new Uncertainty(value, ofOther.get()));
    }

    private static Optional<Double> decibels(String option, String value) {
        Optional<String> text = Words.text(value);
        if (text.isPresent() && !text.get().matches("(?!0+(\\.0+)?$)[0-9]{1,3}(\\.[0-9]{1,6})?")) {
            throw Words.wrong(option, value, Text.of("大于 0 的 dB 数，如 1.5", "decibels above 0, for example 1.5"));
        }
        return text.map(Double::valueOf);
    }
}
