package org.signalup.evaluate.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineFailure;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;
import org.signalup.evaluate.internal.map.MapTables;
import org.signalup.evaluate.internal.match.TargetIndex;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.roll.CrowdRoll;
import org.signalup.evaluate.internal.roll.InstrumentRoll;
import org.signalup.evaluate.internal.roll.RollUp;
import org.signalup.evaluate.internal.samples.Counted;
import org.signalup.evaluate.internal.samples.Samples;
import org.signalup.evaluate.internal.samples.SamplesOf;
import org.signalup.evaluate.internal.tally.LostSamples;
import org.signalup.evaluate.internal.write.GoalPlaces;
import org.signalup.evaluate.internal.write.InputCopies;
import org.signalup.evaluate.internal.write.LedgerTables;
import org.signalup.evaluate.internal.write.OutputFolder;
import org.signalup.evaluate.internal.write.Publication;
import org.signalup.evaluate.internal.write.RejectFile;
import org.signalup.evaluate.internal.write.ResultSink;
import org.signalup.evaluate.internal.write.SummaryFile;
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
        Samples samples = SamplesOf.source(request, engine, phases);
        try {
            return run(samples, report);
        } catch (EngineFailure e) {
            throw samples.explain(e);
        }
    }

    private Results run(Samples samples, ReportWriter report) {
        try (OutputFolder out = OutputFolder.open(request.out(), request.replace())) {
            Path data = out.partial().resolve("data");
            IntakeReport intake =
                    phases.time("read", Text.of("读取采样", "reading samples"), () -> samples.read(out.work()));
            Targets targets = phases.time("index", Text.of("建立评测单元索引", "indexing targets"), this::index);
            Counted counted = samples.count(targets, data);
            Optional<LocalDate> asOf = asOf(counted);
            Summary summary;
            try (ResultSink sink = new ResultSink(out.work());
                    GoalPlaces goalPlaces = new GoalPlaces(engine)) {
                RollUp rollUp = new RollUp(request, engine, targets, sink, goalPlaces, asOf);
                phases.run("judge", Text.of("判定与评星", "judging"), () -> rollUp.run(counted.tests()));
                phases.run(
                        "quantiles",
                        Text.of("统计电平与时延的分布", "finding quantiles"),
                        () -> rollUp.quantiles(counted.tests()));
                if (!counted.caught().isEmpty()) {
                    new CrowdRoll(engine, request.standard().crowdFilters()).run(counted.tests(), sink);
                }
                if (LostSamples.among(counted.refused().keySet())) {
                    new InstrumentRoll(engine, targets).run(sink);
                }
                summary = phases.time("write", Text.of("写出结果", "writing results"), () -> {
                    List<Runnable> pieces = new ArrayList<>(sink.publishing(out.partial()));
                    MapTables map = new MapTables(targets, rollUp.onMap(), data);
                    pieces.addAll(LedgerTables.publishing(targets, map, out.partial()));
                    Together.run(pieces);
                    goalPlaces.publish(data);
                    SummaryBuilder builder = new SummaryBuilder(request, engine, intake, counted, asOf);
                    Summary written = writeRest(out.partial(), builder, rollUp);
                    samples.keep(data);
                    return written;
                });
            }
            return Publication.publish(request, summary, out, report);
        }
    }

    private Targets index() {
        Targets targets = new Targets(request.programme(), request.ledger(), request.standard());
        new TargetIndex(targets, engine).writeObjects();
        return targets;
    }

    private Summary writeRest(Path folder, SummaryBuilder builder, RollUp rollUp) {
        engine.export("SELECT * FROM sample_file ORDER BY file_no", folder.resolve("data/sample_file.parquet"));
        RejectFile.publish(engine, rollUp.aggregatesRefused(), folder);
        request.inputs().ifPresent(inputs -> InputCopies.publish(inputs, request.aggregates(), folder));
        Summary summary = builder.build(rollUp, phases);
        SummaryFile.publish(summary, folder);
        return summary;
    }

    /** The day that stands for today: as asked, the end of the period, or the last day with a sample. */
    private Optional<LocalDate> asOf(Counted counted) {
        if (request.asOf().isPresent()) {
            return request.asOf();
        }
        return request.period().to() != null ? Optional.of(request.period().to()) : counted.last();
    }
}
