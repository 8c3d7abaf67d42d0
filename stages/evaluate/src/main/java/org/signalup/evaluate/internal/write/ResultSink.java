package org.signalup.evaluate.internal.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Source;
import org.signalup.evaluate.ResultRows.AggregateRow;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.evaluate.ResultRows.DisagreementRow;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.ResultRows.ScoreRow;
import org.signalup.evaluate.ResultRows.ServiceRow;

/** Takes result rows in any order and publishes them as contract files. */
public final class ResultSink implements AutoCloseable {
    private final Path work;
    private final List<Out> outs = new ArrayList<>();
    private final Out points;
    private final Out places;
    private final Out bins;
    private final Out sections;
    private final Out lines;
    private final Out rates;
    private final Out progress;
    private final Out plan;
    private final Out crowd;
    private final Out services;
    private final Out scores;
    private final Out aggregates;
    private final Out agreement;
    private final Out disagreements;
    private final Out instruments;
    private final Out quantiles;

    /** @param work for what is gathered, where there is much of it */
    public ResultSink(Path work) {
        this.work = work;
        points = out(ContractFile.POINTS);
        places = out(ContractFile.PLACES);
        bins = out(ContractFile.BINS);
        sections = out(ContractFile.SECTIONS);
        lines = out(ContractFile.LINES);
        rates = out(ContractFile.RATES);
        progress = out(ContractFile.PROGRESS);
        plan = out(ContractFile.PLAN);
        crowd = out(ContractFile.CROWD);
        services = out(ContractFile.SERVICES);
        scores = out(ContractFile.SCORES);
        aggregates = out(ContractFile.AGGREGATES);
        agreement = out(ContractFile.AGREEMENT);
        disagreements = out(ContractFile.DISAGREEMENTS);
        instruments = out(ContractFile.INSTRUMENTS);
        quantiles = out(ContractFile.QUANTILES);
    }

    private Out out(ContractFile file) {
        Out out = new Out(file, new GatheredRows(file, work));
        outs.add(out);
        return out;
    }

    public void point(PointRow row) {
        points.text(row.pointId())
                .text(row.placeId().orElse(""))
                .text(row.lineId().orElse(""));
        points.text(row.operator()).code(row.rat());
        measured(points, row.measured());
        points.number(row.measured().onRatShare());
        causes(points, row.measured());
        points.code(row.verdict()).evidence(row.evidence()).end();
    }

    public void place(PlaceRow row) {
        places.text(row.placeId()).text(row.operator()).code(row.verdict()).evidence(row.evidence());
        places.count(row.points()).count(row.pointsPassed()).count(row.pointsRetest());
        places.count(row.pointsFailed()).count(row.pointsOpen());
        places.number(row.score()).count(row.stars()).text(row.starsReason()).end();
    }

    public void bin(BinRow row) {
        bins.text(row.lineId()).count(row.bin()).metres(row.fromMm()).metres(row.toMm());
        bins.text(row.operator()).code(row.rat());
        measured(bins, row.measured());
        causes(bins, row.measured());
        bins.code(row.verdict()).evidence(row.evidence()).end();
    }

    public void section(LineRow row) {
        sections.text(row.lineId()).text(row.sectionId().orElseThrow());
        lengths(sections, row);
        sections.end();
    }

    public void line(LineRow row) {
        lines.text(row.lineId());
        lengths(lines, row);
        lines.count(row.stars()).text(row.starsReason()).end();
    }

    public void rate(RateRow row) {
        rates.text(row.object()).text(row.objectId()).text(row.operator()).code(row.rat());
        rates.code(row.direction()).text(row.method()).count(row.tests()).count(row.devices());
        rates.number(row.mean()).number(row.low()).number(row.high()).number(row.clippedMean());
        rates.number(row.median()).number(row.p10());
        rates.number(row.shareOk()).number(row.shareLow()).number(row.shareHigh());
        rates.text(row.verdict().map(Coded::code).orElse("")).end();
    }

    public void progress(ProgressRow row) {
        progress.text(row.target()).text(row.region()).text(row.operator()).text(row.unit());
        progress.number(row.goal()).number(row.base()).number(row.listed()).number(row.reported());
        progress.number(row.tested()).number(row.passed()).number(row.passedA());
        progress.number(row.passedB()).number(row.passedC()).number(row.retest());
        progress.number(row.failed()).number(row.open());
        progress.number(row.estimate()).number(row.low()).number(row.high()).count(row.n());
        progress.text(row.verdict().map(Coded::code).orElse("")).end();
    }

    /** Key points and bins, judged at once, both have rows of the plan. */
    public synchronized void plan(PlanRow row) {
        plan.text(row.target()).text(row.operator()).code(row.rat()).code(row.verdict());
        plan.evidence(row.evidence()).count(row.visitsForB()).count(row.visitsForA());
        plan.text(row.reason()).end();
    }

    public void crowd(CrowdRow row) {
        crowd.code(row.rule()).code(row.source()).text(row.operator());
        crowd.text(row.rule().effect().name()).count(row.lookedAt()).count(row.caught());
        crowd.count(row.deviceDays()).count(row.targets()).count(row.dlTests());
        crowd.number(row.meanDlMbps()).number(row.meanDlOtherwiseMbps()).end();
    }

    public void service(ServiceRow row) {
        services.text(row.object()).text(row.objectId()).text(row.operator()).code(row.service());
        services.code(row.kpi()).count(row.n()).number(OptionalDouble.of(row.value()));
        services.text(row.kpi().unit().name()).number(row.good()).number(row.fair());
        services.text(row.grade().map(Coded::code).orElse("")).end();
    }

    public void score(ScoreRow row) {
        scores.text(row.object()).text(row.objectId()).text(row.operator()).code(row.rat());
        scores.text(row.part().name()).number(OptionalDouble.of(row.weight()));
        scores.number(OptionalDouble.of(row.applied())).number(OptionalDouble.of(row.score()));
        scores.number(OptionalDouble.of(row.lost())).text(String.join(";", row.because()));
        scores.end();
    }

    public void aggregate(AggregateRow row) {
        aggregates.text(row.provider()).text(row.method());
        aggregates.text(row.from().toString()).text(row.to().toString());
        aggregates.text(row.division()).text(row.operator()).code(row.service()).code(row.kpi());
        aggregates.count(row.sessions()).count(row.users()).number(OptionalDouble.of(row.value()));
        aggregates.text(row.kpi().unit().name()).number(row.good()).number(row.fair());
        aggregates
                .text(row.grade().map(Coded::code).orElse(""))
                .text(row.ownRegion().orElse(""));
        aggregates.count(row.ownN()).number(row.ownValue()).number(row.difference());
        aggregates.end();
    }

    public void agreement(AgreementRow row) {
        agreement.text(row.object()).text(row.objectId()).text(row.unit());
        agreement.text(row.operator()).code(row.mode());
        agreement.text(row.sources().stream().map(Source::code).collect(Collectors.joining(";")));
        agreement.count(row.compared()).count(row.agreeing());
        agreement.count(row.verdictsDiffer()).count(row.intervalsApart()).end();
    }

    public void disagreement(DisagreementRow row) {
        disagreements.text(row.object()).text(row.objectId()).text(row.pointId().orElse(""));
        disagreements.count(row.bin()).metres(row.fromMm()).metres(row.toMm());
        disagreements.text(row.operator()).code(row.mode()).code(row.source());
        disagreements.count(row.samples()).count(row.covered()).number(OptionalDouble.of(row.share()));
        disagreements.number(OptionalDouble.of(row.shareLow())).number(OptionalDouble.of(row.shareHigh()));
        disagreements.count(row.clusters()).code(row.verdict()).evidence(row.evidence());
        String verdict = row.verdictsDiffer() ? ResultRowReader.BY_VERDICT : "";
        String interval = row.intervalsApart() ? ResultRowReader.BY_INTERVAL : "";
        disagreements.text(
                row.verdictsDiffer() && row.intervalsApart() ? verdict + ";" + interval : verdict + interval);
        disagreements.text(row.stands().map(Source::code).orElse("")).end();
    }

    public void instrument(InstrumentRow row) {
        instruments.text(row.object()).text(row.objectId()).text(row.operator());
        instruments.code(row.source()).text(row.instrumentId()).text(row.code());
        instruments.count(row.samples()).count(row.tests()).end();
    }

    public void quantile(QuantileRow row) {
        quantiles.text(row.object()).text(row.objectId()).text(row.operator()).code(row.rat());
        quantiles.code(row.measure()).text(row.method()).count(row.samples());
        quantiles.number(OptionalDouble.of(row.p05())).number(OptionalDouble.of(row.p50()));
        quantiles.number(OptionalDouble.of(row.p95())).number(OptionalDouble.of(row.within()));
        quantiles.end();
    }

    private static void measured(Out out, Measured measured) {
        out.count(measured.samples()).count(measured.covered());
        out.number(measured.share()).number(measured.shareLow()).number(measured.shareHigh());
        out.count(measured.clusters()).count(measured.dates()).count(measured.datesFailed());
    }

    private static void causes(Out out, Measured measured) {
        out.count(measured.noService()).count(measured.weak()).count(measured.interfered());
    }

    private static void lengths(Out out, LineRow row) {
        out.text(row.operator()).code(row.rat());
        out.metres(row.lengthMm()).metres(row.judgedMm()).metres(row.passedMm());
        out.metres(row.retestMm()).metres(row.failedMm());
        out.number(row.ratio()).number(row.ratioLow()).number(row.ratioHigh());
        out.metres(row.longestGapMm()).code(row.verdict()).evidence(row.evidence());
    }

    /** Pieces of work, each of which writes a file into the folder; no row may follow. */
    public List<Runnable> publishing(Path folder) {
        return outs.stream()
                .<Runnable>map(out -> () -> out.file.publish(out.rows, folder))
                .toList();
    }

    @Override
    public void close() {
        outs.forEach(out -> out.rows.close());
    }

    /** One file being filled, by kinds of cell. */
    private record Out(ContractFile file, GatheredRows rows) {
        Out text(String text) {
            rows.put(text);
            return this;
        }

        Out code(Coded word) {
            return text(word.code());
        }

        Out evidence(Optional<Evidence> evidence) {
            return text(evidence.map(Evidence::code).orElse(""));
        }

        Out count(long count) {
            rows.put(count);
            return this;
        }

        Out count(OptionalInt count) {
            return count.isPresent() ? count(count.getAsInt()) : none();
        }

        Out count(OptionalLong count) {
            return count.isPresent() ? count(count.getAsLong()) : none();
        }

        Out number(OptionalDouble number) {
            if (number.isEmpty()) {
                return none();
            }
            rows.put(number.getAsDouble());
            return this;
        }

        Out metres(long millimetres) {
            rows.put(millimetres / 1000.0);
            return this;
        }

        Out metres(OptionalLong millimetres) {
            return millimetres.isPresent() ? metres(millimetres.getAsLong()) : none();
        }

        Out none() {
            rows.putNothing();
            return this;
        }

        void end() {
            rows.endRow();
        }
    }
}
