package org.signalup.cli.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.signalup.domain.Coded;
import org.signalup.domain.Period;
import org.signalup.domain.Text;
import org.signalup.engine.RemoteFiles;
import org.signalup.standards.CrowdRule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalup evaluate}: ledger × samples × standard → results. */
@Command(name = "evaluate", sortOptions = false, sortSynopsis = false)
final class EvaluateVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--ledger", paramLabel = "DIR", required = true)
    Path ledger;

    @ArgGroup(multiplicity = "1")
    Source source;

    /** Samples come from files or from a lake. */
    static final class Source {
        @Option(names = "--samples", paramLabel = "PATH", arity = "1..*", required = true)
        List<Path> samples;

        @Option(names = "--lake", paramLabel = "DIR|URL", required = true, converter = Words.Named.class)
        String lake;
    }

    @Option(names = "--standard", paramLabel = "ID|FILE", required = true)
    String standard;

    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    @Option(names = "--profile", paramLabel = "ID|FILE")
    String profile;

    @Option(names = "--crs", paramLabel = "CRS")
    String crs;

    @Option(names = "--from", paramLabel = "DATE")
    String from;

    @Option(names = "--to", paramLabel = "DATE")
    String to;

    @Option(names = "--as-of", paramLabel = "DATE")
    String asOf;

    @Option(names = "--previous", paramLabel = "DIR")
    Path previous;

    @Option(names = "--aggregates", paramLabel = "FILE", arity = "1..*")
    List<Path> aggregates = List.of();

    @Option(names = "--without-filter", paramLabel = "RULE", arity = "1..*")
    List<String> withoutFilter = List.of();

    @Option(names = "--engine", paramLabel = "duckdb|spark", defaultValue = Computing.DUCKDB)
    String engine;

    @Option(names = "--master", paramLabel = "URL")
    String master;

    @Option(names = "--work", paramLabel = "DIR")
    Path work;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    Path out;

    @Option(names = "--replace")
    boolean replace;

    @Option(names = "--threads", paramLabel = "N")
    String threads;

    @Option(names = "--memory-limit", paramLabel = "SIZE")
    String memoryLimit;

    @Option(names = {"-q", "--quiet"})
    boolean quiet;

    EvaluateVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        checkSource();
        new EvaluationRun(session, quiet).run(order());
        return 0;
    }

    private EvaluationRun.Order order() {
        Period period = period();
        Optional<LocalDate> day = Words.date("--as-of", asOf);
        if (day.isPresent() && period.from() != null && day.get().isBefore(period.from())) {
            throw Words.wrong("--as-of", asOf, Text.of("不早于 --from " + from, "not before --from " + from));
        }
        return new EvaluationRun.Order(
                ledger,
                source.samples == null ? List.of() : source.samples,
                lake(),
                standard,
                Optional.ofNullable(programme),
                Words.text(profile),
                Words.text(crs),
                period,
                day,
                Optional.ofNullable(previous),
                aggregates,
                out,
                replace,
                false,
                switchedOff(),
                computing());
    }

    /** DuckDB reads disks only. */
    private Optional<Path> lake() {
        Optional<String> lake = Optional.ofNullable(source.lake);
        if (lake.filter(RemoteFiles::isRemote).isPresent() && !engine.equalsIgnoreCase(Computing.SPARK)) {
            throw new UsageException(
                    Text.of("URL 上的数据湖用 --engine spark 评测", "a lake behind a URL is evaluated with --engine spark"));
        }
        return lake.map(RemoteFiles::path);
    }

    private Set<CrowdRule> switchedOff() {
        Set<CrowdRule> rules = EnumSet.noneOf(CrowdRule.class);
        for (String name : withoutFilter) {
            String all = String.join(
                    " ", Arrays.stream(CrowdRule.values()).map(CrowdRule::code).toList());
            rules.add(Coded.find(CrowdRule.class, name)
                    .orElseThrow(() -> Words.wrong("--without-filter", name, Text.same(all))));
        }
        return rules;
    }

    private Computing computing() {
        String name = engine.toLowerCase(Locale.ROOT);
        if (!name.equals(Computing.DUCKDB) && !name.equals(Computing.SPARK)) {
            throw Words.wrong("--engine", engine, Text.of(" duckdb 或 spark", "duckdb or spark"));
        }
        Optional<String> url = Computing.master(master);
        if (url.isPresent() && !name.equals(Computing.SPARK)) {
            throw new UsageException(Text.of("--master 与 --engine spark 同用", "--master goes with --engine spark"));
        }
        return new Computing(
                name,
                url,
                Optional.ofNullable(work),
                Words.count("--threads", threads),
                Words.memory("--memory-limit", memoryLimit));
    }

    /** A lake has read its files when they were added. */
    private void checkSource() {
        if (source.lake != null && (profile != null || crs != null)) {
            throw new UsageException(Text.of(
                    "--profile 和 --crs 用于读取采样文件；数据湖中的采样在 lake add 时已按它们读取",
                    "--profile, --crs: they say how files are read; a lake has read its files when they were added"));
        }
    }

    private Period period() {
        LocalDate first = Words.date("--from", from).orElse(null);
        LocalDate last = Words.date("--to", to).orElse(null);
        if (first != null && last != null && last.isBefore(first)) {
            throw Words.wrong("--to", to, Text.of("不早于 --from " + from, "not before --from " + from));
        }
        return new Period(first, last);
    }
}
