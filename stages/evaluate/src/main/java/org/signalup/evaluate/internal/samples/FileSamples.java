package org.signalup.evaluate.internal.samples;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.SampleSource.InFiles;
import org.signalup.evaluate.internal.Phases;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.LevelSql;
import org.signalup.evaluate.internal.tally.Settle;
import org.signalup.evaluate.internal.tally.TallySql;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;

/** Samples read from files, those of the period settled, matched and counted at once. */
final class FileSamples implements Samples {
    private static final String SINRS = "SELECT device_key, rat, operator, 1 AS sinr_rows, sinr_mdb AS sinr_min_mdb,"
            + " sinr_mdb AS sinr_max_mdb FROM sample_read WHERE sinr_mdb IS NOT NULL";

    private final EvaluationRequest request;
    private final InFiles files;
    private final Engine engine;
    private final Phases phases;
    private IntakeReport report;
    private boolean filtered;
    /** A query for those that count. */
    private String samples;

    FileSamples(EvaluationRequest request, InFiles files, Engine engine, Phases phases) {
        this.request = request;
        this.files = files;
        this.engine = engine;
        this.phases = phases;
    }

    @Override
    public IntakeReport read(Path work) {
        IntakeOptions options = new IntakeOptions(
                        request.programme(),
                        files.profileFolders(),
                        files.profile(),
                        files.crs(),
                        request.asOf(),
                        request.language(),
                        work,
                        request.progress())
                .around(request.ledger().surroundings());
        report = Intake.read(files.paths(), options, engine);
        return report;
    }

    @Override
    public Counted count(Targets targets, Path data) {
        Settle settle = new Settle(engine);
        List<Text> warnings = settle.findConstantSinr(SINRS);
        Counting counting = new Counting(engine, request.standard(), phases);
        counting.index(targets);
        Counting.Matched matched = counting.match(data, Counting.in(request.period()), Counting.BY_TARGET);
        SampleCounts counts = matched.counts();
        filtered = !counts.caught().isEmpty();
        samples = matched.samples();
        engine.materialise(
                "sample_reject",
                "SELECT * FROM sample_reject UNION ALL " + Settle.rejects("refused", request.language()));
        if (counts.tests()) {
            engine.attach("test_match", List.of(data.resolve(Counting.TEST_MATCH)));
        }
        phases.run(
                "tally",
                Text.of("汇总统计量", "counting samples"),
                () -> new TallySql(engine, request.standard()).count("tally", "kept_match"));
        engine.define(LevelSql.LEVELS.name(), LevelSql.each("kept_match"));
        long outside = report.read() - report.rejected() - counts.rows();
        return new Counted(
                report.read(),
                counts.kept() + outside,
                counts.thinned(),
                counts.refused(),
                counts.noSinr(),
                outside,
                dates(matched.kept()).min(Comparator.naturalOrder()),
                dates(matched.kept()).max(Comparator.naturalOrder()),
                counts.tests(),
                counts.caught(),
                warnings,
                List.of());
    }

    private static Stream<LocalDate> dates(List<Counting.Kept> kept) {
        return kept.stream().map(Counting.Kept::date);
    }

    @Override
    public void keep(Path data) {
        engine.export(samples, data.resolve("sample.parquet"));
        if (filtered) {
            engine.export("SELECT * FROM crowd_match ORDER BY file_no, row_no, tid", data.resolve(Counting.CAUGHT));
        }
    }
}
