package org.signalup.web.internal.download;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.publish.FileFormat;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;

/** The tables there are to take away: what they are, where their rows come from and lie. */
public enum DownloadTable {
    PLACES(
            Text.of("场所判定", "Places"),
            Text.of(
                    "每处场所、每家企业一行：判定、证据、点位、得分、星级",
                    "a row for each place and operator: verdict, evidence, points, score, stars"),
            "places AS p JOIN ledger_place AS l ON p.place_id = l.place_id",
            "p.place_id, p.operator",
            Lies.AT_A_POSITION,
            "l.name",
            "l.scenario",
            "l.category",
            "l.division_code",
            "l.reported_done"),
    POINTS(
            Text.of("点位判定", "Key points"),
            Text.of(
                    "每个关键点位、企业、制式行：占比、区间、天数、判定",
                    "a row for each key point, operator and network row: share, interval, dates, verdict"),
            "points AS p JOIN ledger_point AS l ON p.point_id = l.point_id LEFT JOIN ledger_place AS h ON h.place_id = p.place_id",
            "p.point_id, p.operator, p.rat",
            Lies.AT_A_POSITION,
            "l.name",
            "l.kind",
            "l.scenario",
            "h.name AS place_name",
            "h.division_code"),
    LINES(
            Text.of("线路判定", "Lines"),
            Text.of(
                    "每条线路、企业、制式行：里程、达标里程占比、判定、星级",
                    "a row for each line, operator and network row: lengths, passed share, verdict, stars"),
            "lines AS v JOIN ledger_line AS l ON v.line_id = l.line_id",
            "v.line_id, v.operator, v.rat",
            Lies.ALONG_ITS_LINE,
            "l.name",
            "l.kind",
            "l.grade"),
    SECTIONS(
            Text.of("路段判定", "Sections"),
            Text.of("每个路段、企业、制式行", "a row for each section of a line, operator and network row"),
            "sections AS v JOIN ledger_section AS l ON v.line_id = l.line_id AND v.section_id = l.section_id"
                    + " JOIN ledger_line AS h ON v.line_id = h.line_id",
            "v.line_id, l.from_m, v.section_id, v.operator, v.rat",
            Lies.ALONG_ITS_LINE,
            "l.name",
            "h.name AS line_name",
            "l.division_code",
            "l.from_m AS section_from_m",
            "l.to_m AS section_to_m"),
    BINS(
            Text.of("里程段判定", "Bins"),
            Text.of("沿线每个测过的里程段、企业、制式行", "a row for each measured bin of a line, operator and network row"),
            "bins AS v JOIN ledger_bin AS l ON v.line_id = l.line_id AND v.bin = l.bin"
                    + " JOIN ledger_line AS h ON v.line_id = h.line_id",
            "v.line_id, v.bin, v.operator, v.rat",
            Lies.BETWEEN_TWO_POSITIONS,
            "h.name AS line_name"),
    RATES(
            Text.of("速率", "Rates"),
            Text.of("速率测试的统计，各口径分列", "statistics of rate tests, each method apart"),
            "rates AS v",
            "v.object, v.object_id, v.operator, v.rat, v.direction, v.method",
            Lies.NOWHERE),
    /** Whatever network a filter has: levels have no row ANY, with which it begins. */
    QUANTILES(
            Text.of("电平、速率与时延的分布", "Levels, rates and latency"),
            Text.of(
                    "每处场所、每条线路、每个地区的 5%、50%、95% 分位数，带误差界",
                    "5th, 50th and 95th percentiles of places, lines and regions, with their error bound"),
            "quantiles AS v",
            "v.object, v.object_id, v.operator, rat, v.measure, v.method",
            Lies.NOWHERE),
    SERVICE_AGGREGATES(
            Text.of("互联网企业汇总数据", "Aggregates of internet companies"),
            Text.of(
                    "各互联网企业按地区提供的业务指标，与自有测量并列，不进入判定",
                    "service KPIs that internet companies brought per region, beside own measurements, no part of verdicts"),
            "service_aggregates AS v",
            "v.division_code, v.operator, v.service, v.kpi, v.provider, v.period_from",
            Lies.NOWHERE),
    SCORES(
            Text.of("失分", "Points lost"),
            Text.of("每处场所、每条线路各部分的得分、失分和原因", "what each part of every score earned and lost, and why"),
            "scores AS v",
            "v.object, v.object_id, v.operator, v.rat, v.part",
            Lies.NOWHERE),
    SOURCE_AGREEMENT(
            Text.of("来源对照", "Agreement of sources"),
            Text.of(
                    "每处场所、每条线路各来源之间可对照、一致、不一致的评测单元数",
                    "how many targets of each place and line sources agree and differ about"),
            "source_agreement AS v",
            "v.object, v.object_id, v.unit, v.operator, v.test_mode, v.sources",
            Lies.NOWHERE),
    SOURCE_DISAGREEMENTS(
            Text.of("来源不一致", "Sources that disagree"),
            Text.of(
                    "来源不一致的点位和里程段，每个来源一行，以及以谁为准",
                    "key points and bins that sources differ about, a row for each source, and which stands"),
            "source_disagreements AS v",
            "v.object, v.object_id, v.point_id, v.bin, v.operator, v.test_mode, v.source",
            Lies.NOWHERE),
    INSTRUMENT_REFUSALS(
            Text.of("因仪表未采用", "Not used because of the instrument"),
            Text.of(
                    "每处场所、每条线路因仪表无效少了多少样本，原因",
                    "samples that places and lines lost to instruments that may not be used, and why"),
            "instrument_refusals AS v",
            "v.object, v.object_id, v.operator, v.source, v.instrument_id, v.code",
            Lies.NOWHERE),
    PROGRESS(
            Text.of("目标进展", "Progress"),
            Text.of(
                    "每个目标、地区、企业：目标值、底数、上报、达标",
                    "a row for each target, region and operator: goal, base, reported, passed"),
            "progress AS v",
            "v.target, v.region, v.operator",
            Lies.NOWHERE),
    PLAN(
            Text.of("下一步测什么", "What to test next"),
            Text.of("还没有定论的点位和里程段，各还差几次补测", "points and bins without a settled verdict, and the visits they need"),
            "plan AS v",
            "v.target, v.operator, v.rat",
            Lies.NOWHERE),
    REJECT(
            Text.of("拒收记录", "Refused rows"),
            Text.of("没有采用的行：文件、行号、列、值、原因", "rows not used: file, row, column, value, reason"),
            "reject AS v",
            "v.file, v.row_no, v.column_name, v.code",
            Lies.NOWHERE);

    /** Where the rows of a table lie. */
    enum Lies {
        NOWHERE(),
        AT_A_POSITION("l.lon", "l.lat"),
        BETWEEN_TWO_POSITIONS("l.from_lon", "l.from_lat", "l.to_lon", "l.to_lat"),
        ALONG_ITS_LINE();

        private final List<String> columns;

        Lies(String... columns) {
            this.columns = List.of(columns);
        }

        List<String> columns() {
            return columns;
        }
    }

    private final Text title;
    private final Text what;
    private final String from;
    private final String order;
    private final Lies lies;
    private final List<String> ledgerColumns;

    DownloadTable(Text title, Text what, String from, String order, Lies lies, String... ledgerColumns) {
        this.title = title;
        this.what = what;
        this.from = from;
        this.order = order;
        this.lies = lies;
        this.ledgerColumns = List.of(ledgerColumns);
    }

    /** The table of that name in an address. */
    static Optional<DownloadTable> find(String code) {
        return Arrays.stream(values())
                .filter(table -> table.code().equals(code))
                .findFirst();
    }

    /**
     * The same for a table the evaluation has.
     *
     * @throws PageFailure 404 if it has none of that name
     */
    static DownloadTable get(OpenEvaluation evaluation, String code) {
        return find(code)
                .filter(found -> evaluation.tables().has(found.code()))
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这张表：" + code, "There is no such table: " + code)));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text title() {
        return title;
    }

    public Text what() {
        return what;
    }

    /** The forms it can be had in: maps only where its rows lie somewhere. */
    public List<FileFormat> formats() {
        return Arrays.stream(FileFormat.values())
                .filter(format -> lies != Lies.NOWHERE || !format.map())
                .toList();
    }

    /** Whether it has rows of each network. */
    boolean byRat() {
        return order.contains(".rat");
    }

    Lies lies() {
        return lies;
    }

    /** Tables joined, the result first under its alias. */
    String from() {
        return from;
    }

    /** The alias of the result table. */
    String alias() {
        return order.substring(0, order.indexOf('.'));
    }

    String order() {
        return order;
    }

    /** What the ledger adds to a row, as SQL. */
    List<String> ledgerColumns() {
        return ledgerColumns;
    }
}
