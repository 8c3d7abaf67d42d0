package org.signalup.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.signalup.domain.Evidence;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.domain.Verdict;
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
import org.signalup.evaluate.ResultRows.ServiceRow;

/** Renders the rows of the reference as lines of the contract files, to be compared as text. */
public final class ContractCsv {
    static final String POINTS = "point_id,place_id,line_id,operator,rat,samples,covered,share,share_low,share_high,"
            + "clusters,dates,dates_failed,on_rat_share,no_service,weak,interfered,verdict,evidence";
    static final String PLACES = "place_id,operator,verdict,evidence,points,points_passed,points_retest,points_failed,"
            + "points_open,score,stars,stars_reason";
    static final String BINS = "line_id,bin,from_m,to_m,operator,rat,samples,covered,share,share_low,share_high,"
            + "clusters,dates,dates_failed,no_service,weak,interfered,verdict,evidence";
    static final String SECTIONS = "line_id,section_id,operator,rat,length_m,judged_m,passed_m,retest_m,failed_m,"
            + "ratio,ratio_low,ratio_high,longest_gap_m,verdict,evidence";
    static final String LINES = "line_id,operator,rat,length_m,judged_m,passed_m,retest_m,failed_m,"
            + "ratio,ratio_low,ratio_high,longest_gap_m,verdict,evidence,stars,stars_reason";

    static final String RATES =
            "object,object_id,operator,rat,direction,method,tests,devices,mean,low,high,clipped_mean,"
                    + "median,p10,share_ok,share_low,share_high,verdict";

    static final String QUANTILES = "object,object_id,operator,rat,measure,method,samples,p05,p50,p95,within";

    static final String PROGRESS =
            "target,region,operator,unit,goal,base,listed,reported,tested,passed,passed_a,passed_b,"
                    + "passed_c,retest,failed,open,estimate,low,high,n,verdict";
    static final String PLAN = "target,operator,rat,verdict,evidence,visits_for_b,visits_for_a,reason";

    static final String CROWD = "rule,source,operator,effect,looked_at,caught,device_days,targets,dl_tests,"
            + "mean_dl_mbps,mean_dl_otherwise_mbps";

    static final String SERVICES = "object,object_id,operator,service,kpi,n,value,unit,good,fair,grade";

    static final String AGREEMENT =
            "object,object_id,unit,operator,test_mode,sources,compared,agreeing,verdicts_differ,intervals_apart";

    static final String DISAGREEMENTS = "object,object_id,point_id,bin,from_m,to_m,operator,test_mode,source,samples,"
            + "covered,share,share_low,share_high,clusters,verdict,evidence,differ,stands";

    static final String INSTRUMENTS = "object,object_id,operator,source,instrument_id,code,samples,tests";

    private ContractCsv() {}

    public static List<String> points(List<PointRow> rows) {
        return file(POINTS, rows, ContractCsv::point);
    }

    public static List<String> places(List<PlaceRow> rows) {
        return file(PLACES, rows, ContractCsv::place);
    }

    public static List<String> bins(List<BinRow> rows) {
        return file(BINS, rows, ContractCsv::bin);
    }

    public static List<String> sections(List<LineRow> rows) {
        return file(SECTIONS, rows, row -> {
            List<String> cells = line(row);
            cells.add(1, row.sectionId().orElseThrow());
            return cells;
        });
    }

    public static List<String> lines(List<LineRow> rows) {
        return file(LINES, rows, row -> {
            List<String> cells = line(row);
            cells.addAll(List.of(count(row.stars()), row.starsReason()));
            return cells;
        });
    }

    public static List<String> rates(List<RateRow> rows) {
        return file(RATES, rows, ContractCsv::rate);
    }

    private static List<String> rate(RateRow row) {
        return List.of(
                row.object(),
                row.objectId(),
                row.operator(),
                row.rat().code(),
                row.direction().code(),
                row.method(),
                Long.toString(row.tests()),
                Long.toString(row.devices()),
                mbps(row.mean()),
                mbps(row.low()),
                mbps(row.high()),
                mbps(row.clippedMean()),
                mbps(row.median()),
                mbps(row.p10()),
                fraction(row.shareOk()),
                fraction(row.shareLow()),
                fraction(row.shareHigh()),
                row.verdict().map(Verdict::code).orElse(""));
    }

    public static List<String> progress(List<ProgressRow> rows) {
        return file(PROGRESS, rows, ContractCsv::progress);
    }

    private static List<String> progress(ProgressRow row) {
        return List.of(
                row.target(),
                row.region(),
                row.operator(),
                row.unit(),
                plain(row.goal()),
                plain(row.base()),
                plain(row.listed()),
                plain(row.reported()),
                plain(row.tested()),
                plain(row.passed()),
                plain(row.passedA()),
                plain(row.passedB()),
                plain(row.passedC()),
                plain(row.retest()),
                plain(row.failed()),
                plain(row.open()),
                fraction(row.estimate()),
                fraction(row.low()),
                fraction(row.high()),
                row.n().isPresent() ? Long.toString(row.n().getAsLong()) : "",
                row.verdict().map(Verdict::code).orElse(""));
    }

    public static List<String> plan(List<PlanRow> rows) {
        return file(
                PLAN,
                rows,
                row -> List.of(
                        row.target(),
                        row.operator(),
                        row.rat().code(),
                        row.verdict().code(),
                        grade(row.evidence()),
                        count(row.visitsForB()),
                        count(row.visitsForA()),
                        row.reason()));
    }

    public static List<String> crowd(List<CrowdRow> rows) {
        return file(
                CROWD,
                rows,
                row -> List.of(
                        row.rule().code(),
                        row.source().code(),
                        row.operator(),
                        row.rule().effect().name(),
                        Long.toString(row.lookedAt()),
                        Long.toString(row.caught()),
                        Long.toString(row.deviceDays()),
                        Long.toString(row.targets()),
                        Long.toString(row.dlTests()),
                        mbps(row.meanDlMbps()),
                        mbps(row.meanDlOtherwiseMbps())));
    }

    public static List<String> services(List<ServiceRow> rows) {
        return file(
                SERVICES,
                rows,
                row -> List.of(
                        row.object(),
                        row.objectId(),
                        row.operator(),
                        row.service().code(),
                        row.kpi().code(),
                        Long.toString(row.n()),
                        fraction(OptionalDouble.of(row.value())),
                        row.kpi().unit().name(),
                        plain(row.good()),
                        plain(row.fair()),
                        row.grade().map(ServiceLevel::code).orElse("")));
    }

    public static List<String> agreement(List<AgreementRow> rows) {
        return file(
                AGREEMENT,
                rows,
                row -> List.of(
                        row.object(),
                        row.objectId(),
                        row.unit(),
                        row.operator(),
                        row.mode().code(),
                        String.join(
                                ";", row.sources().stream().map(Source::code).toList()),
                        Long.toString(row.compared()),
                        Long.toString(row.agreeing()),
                        Long.toString(row.verdictsDiffer()),
                        Long.toString(row.intervalsApart())));
    }

    public static List<String> disagreements(List<DisagreementRow> rows) {
        return file(
                DISAGREEMENTS,
                rows,
                row -> List.of(
                        row.object(),
                        row.objectId(),
                        row.pointId().orElse(""),
                        count(row.bin()),
                        row.fromMm().isPresent() ? metres(row.fromMm().getAsLong()) : "",
                        row.toMm().isPresent() ? metres(row.toMm().getAsLong()) : "",
                        row.operator(),
                        row.mode().code(),
                        row.source().code(),
                        Long.toString(row.samples()),
                        Long.toString(row.covered()),
                        fraction(OptionalDouble.of(row.share())),
                        fraction(OptionalDouble.of(row.shareLow())),
                        fraction(OptionalDouble.of(row.shareHigh())),
                        Long.toString(row.clusters()),
                        row.verdict().code(),
                        grade(row.evidence()),
                        (row.verdictsDiffer() ? "VERDICT" : "")
                                + (row.verdictsDiffer() && row.intervalsApart() ? ";" : "")
                                + (row.intervalsApart() ? "INTERVAL" : ""),
                        row.stands().map(Source::code).orElse("")));
    }

    public static List<String> instruments(List<InstrumentRow> rows) {
        return file(
                INSTRUMENTS,
                rows,
                row -> List.of(
                        row.object(),
                        row.objectId(),
                        row.operator(),
                        row.source().code(),
                        row.instrumentId(),
                        row.code(),
                        Long.toString(row.samples()),
                        Long.toString(row.tests())));
    }

    public static List<String> quantiles(List<QuantileRow> rows) {
        return file(
                QUANTILES,
                rows,
                row -> List.of(
                        row.object(),
                        row.objectId(),
                        row.operator(),
                        row.rat().code(),
                        row.measure().code(),
                        row.method(),
                        Long.toString(row.samples()),
                        plain(OptionalDouble.of(row.p05())),
                        plain(OptionalDouble.of(row.p50())),
                        plain(OptionalDouble.of(row.p95())),
                        plain(OptionalDouble.of(row.within()))));
    }

    private static <R> List<String> file(String header, List<R> rows, Function<R, List<String>> cells) {
        List<String> lines = new ArrayList<>(List.of(header));
        rows.forEach(row -> lines.add(join(cells.apply(row))));
        return lines;
    }

    private static List<String> point(PointRow row) {
        List<String> cells = new ArrayList<>(List.of(
                row.pointId(),
                row.placeId().orElse(""),
                row.lineId().orElse(""),
                row.operator(),
                row.rat().code()));
        cells.addAll(measured(row.measured(), true));
        cells.addAll(List.of(row.verdict().code(), grade(row.evidence())));
        return cells;
    }

    private static List<String> place(PlaceRow row) {
        return List.of(
                row.placeId(),
                row.operator(),
                row.verdict().code(),
                grade(row.evidence()),
                Integer.toString(row.points()),
                Integer.toString(row.pointsPassed()),
                Integer.toString(row.pointsRetest()),
                Integer.toString(row.pointsFailed()),
                Integer.toString(row.pointsOpen()),
                decimals(row.score(), 2),
                count(row.stars()),
                row.starsReason());
    }

    private static List<String> bin(BinRow row) {
        List<String> cells = new ArrayList<>(List.of(
                row.lineId(),
                Integer.toString(row.bin()),
                metres(row.fromMm()),
                metres(row.toMm()),
                row.operator(),
                row.rat().code()));
        cells.addAll(measured(row.measured(), false));
        cells.addAll(List.of(row.verdict().code(), grade(row.evidence())));
        return cells;
    }

    private static List<String> line(LineRow row) {
        return new ArrayList<>(List.of(
                row.lineId(),
                row.operator(),
                row.rat().code(),
                metres(row.lengthMm()),
                metres(row.judgedMm()),
                metres(row.passedMm()),
                metres(row.retestMm()),
                metres(row.failedMm()),
                fraction(row.ratio()),
                fraction(row.ratioLow()),
                fraction(row.ratioHigh()),
                metres(row.longestGapMm()),
                row.verdict().code(),
                grade(row.evidence())));
    }

    private static List<String> measured(Measured of, boolean onRat) {
        List<String> cells = new ArrayList<>(List.of(
                of.samples().isPresent() ? Long.toString(of.samples().getAsLong()) : "",
                of.covered().isPresent() ? Long.toString(of.covered().getAsLong()) : "",
                fraction(of.share()),
                fraction(of.shareLow()),
                fraction(of.shareHigh()),
                of.clusters().isPresent() ? Long.toString(of.clusters().getAsLong()) : "",
                of.dates().isPresent() ? Integer.toString(of.dates().getAsInt()) : "",
                of.datesFailed().isPresent() ? Integer.toString(of.datesFailed().getAsInt()) : ""));
        if (onRat) {
            cells.add(fraction(of.onRatShare()));
        }
        cells.add(of.noService().isPresent() ? Long.toString(of.noService().getAsLong()) : "");
        cells.add(of.weak().isPresent() ? Long.toString(of.weak().getAsLong()) : "");
        cells.add(of.interfered().isPresent() ? Long.toString(of.interfered().getAsLong()) : "");
        return cells;
    }

    static String fraction(OptionalDouble value) {
        return decimals(value, 6);
    }

    static String mbps(OptionalDouble value) {
        return decimals(value, 3);
    }

    static String metres(long mm) {
        return BigDecimal.valueOf(mm, 3).toPlainString();
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
    }

    private static String decimals(OptionalDouble number, int decimals) {
        return number.isPresent()
                ? BigDecimal.valueOf(number.getAsDouble())
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                : "";
    }

    /** At most six decimals and no closing zeros. */
    private static String plain(OptionalDouble number) {
        if (number.isEmpty()) {
            return "";
        }
        String text = fraction(number).replaceFirst("\\.?0+$", "");
        return text.equals("-0") || text.isEmpty() ? "0" : text;
    }

    private static String grade(Optional<Evidence> evidence) {
        return evidence.map(Evidence::code).orElse("");
    }

    static String join(List<String> cells) {
        return String.join(",", cells.stream().map(ContractCsv::quoted).toList());
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
