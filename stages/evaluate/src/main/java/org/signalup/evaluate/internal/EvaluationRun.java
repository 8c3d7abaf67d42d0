package org.signalup.evaluate.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.signalup.domain.Period;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;
import org.signalup.evaluate.internal.match.TargetIndex;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.roll.RollUp;
import org.signalup.evaluate.internal.tally.RateSql;
import org.signalup.evaluate.internal.tally.Settle;
import org.signalup.evaluate.internal.tally.Settle.Settled;
import org.signalup.evaluate.internal.tally.TallySql;
import org.signalup.evaluate.internal.write.GoalPlaces;
import org.signalup.evaluate.internal.write.InputCopies;
import org.signalup.evaluate.internal.write.LedgerTables;
import org.signalup.evaluate.internal.write.MapTables;
import org.signalup.evaluate.internal.write.MatchTables;
import org.signalup.evaluate.internal.write.OutputFolder;
import org.signalup.evaluate.internal.write.Publication;
import org.signalup.evaluate.internal.write.RejectFile;
import org.signalup.evaluate.internal.write.ResultSink;
import org.signalup.evaluate.internal.write.SummaryFile;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;

/** One evaluation from beginning to end. {@link #run} is the table of contents. */
public final class EvaluationRun {
    private final EvaluationRequest request;
    private final Engine engine;
    private final Phases phases;

    public EvaluationRun(EvaluationRequest request, Engine engine) {
        this.request = request;
        this.engine = engine;
        this.phases = new Phases(request.progress());
    }

    /** Runs every step and publishes the folder. */
    public Results run(ReportWriter report) {
        try (OutputFolder out = OutputFolder.open(request.out(), request.replace())) {
            IntakeReport intake = phases.time("read", Text.of("读取采样", "reading samples"), () -> read(out.work()));
            Targets targets = phases.time("index", Text.of("建立评测单元索引", "indexing targets"), this::index);
            Settled settled = phases.time(
                    "settle",
                    Text.of("整理采样", "settling samples"),
                    () -> new Settle(engine, request.language())
                            .settle(request.standard().matching()));
            phases.run(
                    "tally",
                    Text.of("匹配与汇总", "matching and counting"),
                    () -> new TallySql(engine, request.standard()).tally(inPeriod()));
            Path data = out.partial().resolve("data");
            trace(() -> MatchTables.coverage(engine, data));
            boolean tests = phases.time(
                    "rates",
                    Text.of("匹配测速与业务", "matching rate tests"),
                    () -> new RateSql(engine, request.standard()).match(inPeriod()));
            if (tests) {
                trace(() -> MatchTables.tests(engine, data));
            }
            Summary summary;
            try (ResultSink sink = new ResultSink(engine);
                    GoalPlaces goalPlaces = new GoalPlaces(engine)) {
                RollUp rollUp = new RollUp(request, engine, targets, sink, goalPlaces, asOf());
                phases.run("judge", Text.of("判定与评星", "judging"), () -> rollUp.run(tests));
                summary = phases.time("write", Text.of("写出结果", "writing results"), () -> {
                    sink.publish(out.partial());
                    LedgerTables.publish(engine, targets, out.partial());
                    goalPlaces.publish(data);
                    MapTables.publish(engine, data);
                    return writeRest(
                            out.partial(), new SummaryBuilder(request, engine, intake, settled, asOf()), rollUp);
                });
            }
            return Publication.publish(request, summary, out, report);
        }
    }

    private void trace(Runnable keep) {
        phases.run("trace", Text.of("留存匹配明细", "keeping what matched what"), keep);
    }

    private IntakeReport read(Path work) {
        return Intake.read(
                request.samples(),
                new IntakeOptions(
                        request.programme(),
                        request.profileFolders(),
                        request.profile(),
                        request.crs(),
                        request.asOf(),
                        request.language(),
                        work,
                        request.progress()),
                engine);
    }

    private Targets index() {
        Targets targets = new Targets(request.programme(), request.ledger(), request.standard());
        new TargetIndex(targets, engine).write();
        return targets;
    }

    private Summary writeRest(Path folder, SummaryBuilder builder, RollUp rollUp) {
        Path data = folder.resolve("data");
        engine.export("SELECT * FROM sample WHERE " + inPeriod(), data.resolve("sample.parquet"));
        engine.export("SELECT * FROM sample_file ORDER BY file_no", data.resolve("sample_file.parquet"));
        RejectFile.publish(engine, folder);
        request.inputs().ifPresent(inputs -> InputCopies.publish(inputs, folder));
        Summary summary = builder.build(rollUp, phases);
        SummaryFile.publish(summary, folder);
        return summary;
    }

    /** SQL condition on the day of a sample. */
    private String inPeriod() {
        Period period = request.period();
        StringBuilder condition = new StringBuilder("date IS NOT NULL");
        if (period.from() != null) {
            condition.append(" AND date >= ").append(period.from().toEpochDay());
        }
        if (period.to() != null) {
            condition.append(" AND date <= ").append(period.to().toEpochDay());
        }
        return condition.toString();
    }

    /** The day that stands for today: as asked, the end of the period, or the last day with a sample. */
    private Optional<LocalDate> asOf() {
        if (request.asOf().isPresent()) {
            return request.asOf();
        }
        if (request.period().to() != null) {
            return Optional.of(request.period().to());
        }
        return engine.list(
                        "SELECT MAX(date) FROM sample",
                        row -> row.isNull(0)
                                ? Optional.<LocalDate>empty()
                                : Optional.of(LocalDate.ofEpochDay(row.getInt(0))))
                .get(0);
    }
}
