package org.signalup.evaluate.internal.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.RateRow;

/**
 * Takes result rows and publishes them as contract files. Places, lines and their like may come in any order; the rows
 * of one of them come in the order of the file: bins, operators, RAT rows.
 */
public final class ResultSink implements AutoCloseable {
    /** Sorts before every character an id may have. */
    private static final char KEY_SEPARATOR = 0;

    private final Path scratch;
    private final List<RowStore> all = new ArrayList<>();
    private final RowStore points;
    private final RowStore places;
    private final RowStore bins;
    private final RowStore sections;
    private final RowStore lines;
    private final RowStore rates;
    private final RowStore progress;
    private final RowStore plan;

    /** @param scratch a folder for rows until they are published */
    public ResultSink(Path scratch) {
        this.scratch = scratch;
        points = store(ContractFile.POINTS);
        places = store(ContractFile.PLACES);
        bins = store(ContractFile.BINS);
        sections = store(ContractFile.SECTIONS);
        lines = store(ContractFile.LINES);
        rates = store(ContractFile.RATES);
        progress = store(ContractFile.PROGRESS);
        plan = store(ContractFile.PLAN);
    }

    private RowStore store(ContractFile file) {
        RowStore store = new RowStore(file, scratch);
        all.add(store);
        return store;
    }

    public void point(PointRow row) {
        points.row(row.pointId()).text(row.pointId());
        points.text(row.placeId().orElse("")).text(row.lineId().orElse(""));
        points.code(row.operator()).code(row.rat().code());
        measured(points, row.measured());
        number(points, row.measured().onRatShare());
        causes(points, row.measured());
        verdict(points, row.verdict(), row.evidence()).end();
    }

    public void place(PlaceRow row) {
        places.row(row.placeId()).text(row.placeId()).code(row.operator());
        verdict(places, row.verdict(), row.evidence());
        places.count(row.points()).count(row.pointsPassed()).count(row.pointsRetest());
        places.count(row.pointsFailed()).count(row.pointsOpen());
        number(places, row.score());
        count(places, row.stars()).text(row.starsReason()).end();
    }

    public void bin(BinRow row) {
        bins.row(row.lineId()).text(row.lineId()).count(row.bin());
        bins.millimetres(row.fromMm()).millimetres(row.toMm());
        bins.code(row.operator()).code(row.rat().code());
        measured(bins, row.measured());
        causes(bins, row.measured());
        verdict(bins, row.verdict(), row.evidence()).end();
    }

    public void section(LineRow row) {
        String section = row.sectionId().orElseThrow();
        sections.row(row.lineId() + KEY_SEPARATOR + section).text(row.lineId()).text(section);
        lengths(sections, row).end();
    }

    public void line(LineRow row) {
        lines.row(row.lineId()).text(row.lineId());
        count(lengths(lines, row), row.stars()).text(row.starsReason()).end();
    }

    public void rate(RateRow row) {
        rates.row(row.object() + KEY_SEPARATOR + row.objectId() + KEY_SEPARATOR + row.operator());
        rates.code(row.object())
                .text(row.objectId())
                .code(row.operator())
                .code(row.rat().code());
        rates.code(row.direction().code()).code(row.method()).count(row.tests()).count(row.devices());
        for (OptionalDouble figure : List.of(
                row.mean(),
                row.low(),
                row.high(),
                row.clippedMean(),
                row.median(),
                row.p10(),
                row.shareOk(),
                row.shareLow(),
                row.shareHigh())) {
            number(rates, figure);
        }
        rates.code(code(row.verdict())).end();
    }

    public void progress(ProgressRow row) {
        progress.row(row.target() + KEY_SEPARATOR + row.region() + KEY_SEPARATOR + row.operator());
        progress.text(row.target()).text(row.region()).code(row.operator()).code(row.unit());
        for (OptionalDouble figure : List.of(
                row.goal(),
                row.base(),
                row.listed(),
                row.reported(),
                row.tested(),
                row.passed(),
                row.passedA(),
                row.passedB(),
                row.passedC(),
                row.retest(),
                row.failed(),
                row.open(),
                row.estimate(),
                row.low(),
                row.high())) {
            number(progress, figure);
        }
        count(progress, row.n()).code(code(row.verdict())).end();
    }

    public void plan(PlanRow row) {
        plan.row(row.target())
                .text(row.target())
                .code(row.operator())
                .code(row.rat().code());
        verdict(plan, row.verdict(), row.evidence());
        count(count(plan, row.visitsForB()), row.visitsForA())
                .text(row.reason())
                .end();
    }

    private static void measured(RowStore out, Measured measured) {
        count(count(out, measured.samples()), measured.covered());
        number(number(number(out, measured.share()), measured.shareLow()), measured.shareHigh());
        count(count(count(out, measured.clusters()), measured.dates()), measured.datesFailed());
    }

    private static void causes(RowStore out, Measured measured) {
        count(count(count(out, measured.noService()), measured.weak()), measured.interfered());
    }

    private static RowStore lengths(RowStore out, LineRow row) {
        out.code(row.operator()).code(row.rat().code());
        out.millimetres(row.lengthMm()).millimetres(row.judgedMm()).millimetres(row.passedMm());
        out.millimetres(row.retestMm()).millimetres(row.failedMm());
        number(number(number(out, row.ratio()), row.ratioLow()), row.ratioHigh());
        return verdict(out.millimetres(row.longestGapMm()), row.verdict(), row.evidence());
    }

    private static RowStore verdict(RowStore out, Verdict verdict, Optional<Evidence> evidence) {
        return out.code(verdict.code()).code(code(evidence));
    }

    private static String code(Optional<? extends Coded> word) {
        return word.isPresent() ? word.get().code() : "";
    }

    private static RowStore count(RowStore out, OptionalInt count) {
        return count.isPresent() ? out.count(count.getAsInt()) : out.none();
    }

    private static RowStore count(RowStore out, OptionalLong count) {
        return count.isPresent() ? out.count(count.getAsLong()) : out.none();
    }

    private static RowStore number(RowStore out, OptionalDouble number) {
        return number.isPresent() ? out.number(number.getAsDouble()) : out.none();
    }

    /** Writes every file into the folder; no row may follow. */
    public void publish(Path folder) {
        all.forEach(store -> store.publish(folder));
    }

    @Override
    public void close() {
        all.forEach(RowStore::close);
    }
}
