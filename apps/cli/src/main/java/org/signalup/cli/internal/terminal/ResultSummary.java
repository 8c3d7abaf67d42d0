package org.signalup.cli.internal.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.domain.Evidence;
import org.signalup.domain.Language;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;
import org.signalup.standards.Operator;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.Standard;

/** The end of a run in one screen: what was read, places, lines, progress, where the report is. No percentage without its interval and evidence. */
public final class ResultSummary {
    private static final String ALL = "ALL";
    private static final int LINES_SHOWN_ONE_BY_ONE = 12;
    private static final int WARNINGS_SHOWN = 5;

    private final Results results;
    private final Terminal terminal;
    private final Language language;

    private ResultSummary(Results results, Terminal terminal, Language language) {
        this.results = results;
        this.terminal = terminal;
        this.language = language;
    }

    public static void print(Results results, Terminal terminal, Language language) {
        ResultSummary summary = new ResultSummary(results, terminal, language);
        summary.heading();
        summary.samples();
        summary.places();
        summary.lines();
        summary.progress();
        summary.warnings();
    }

    /** Where the report of an evaluation folder is. */
    public static void printReport(Path folder, Terminal terminal, Language language) {
        String report =
                folder.resolve("report.html").toAbsolutePath().normalize().toString();
        terminal.out()
                .println(terminal.out(Style.HEADING, Text.of("报告：", "Report: ").in(language) + Terminal.clean(report)));
    }

    private void heading() {
        Summary summary = results.summary();
        Standard standard = results.standard();
        String trial = standard.status() == Standard.Status.PROPOSAL ? say("（平台试评）", " (proposal)") : "";
        line(Style.HEADING, standard.name().in(language) + trial);
        String period = date(summary.from().or(summary::firstSample)) + " … "
                + date(summary.to().or(summary::lastSample));
        String asOf = date(summary.asOf());
        line(Style.PLAIN, say("时段 ", "period ") + period + say(" · 截至 ", " · as of ") + asOf);
    }

    private void samples() {
        Summary summary = results.summary();
        String counts = String.format(
                say(
                        "采样：读入 %,d = 采用 %,d + 抽稀 %,d + 拒收 %,d",
                        "samples: read %,d = kept %,d + thinned %,d + rejected %,d"),
                summary.read(),
                summary.kept(),
                summary.thinned(),
                summary.rejected());
        line(Style.PLAIN, counts);
        if (!summary.rejectedByCode().isEmpty()) {
            line(Style.DOUBT, say("  拒收原因：", "  rejected: ") + counted(summary.rejectedByCode()));
        }
        for (String duplicate : summary.duplicates()) {
            line(Style.DOUBT, say("  重复文件只计一次：", "  given twice, counted once: ") + duplicate);
        }
    }

    private static String counted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.format("%,d", entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void places() {
        if (results.places().isEmpty()) {
            return;
        }
        title(say("重点场所（个）", "Key places"));
        verdictTable(results.places(), PlaceRow::operator, row -> new Judged(row.verdict(), row.evidence()));
    }

    private record Judged(Verdict verdict, Optional<Evidence> evidence) {}

    private <T> void verdictTable(
            List<T> rows,
            java.util.function.Function<T, String> operatorOf,
            java.util.function.Function<T, Judged> judgedOf) {
        Table table = Table.of(
                1,
                say("运营商", "operator"),
                say("达标", "pass"),
                "A/B/C",
                say("不达标", "fail"),
                "A/B/C",
                say("待复测", "re-test"),
                say("待判定", "open"),
                say("未测试", "unmeasured"),
                say("合计", "total"));
        Map<String, List<Judged>> byOperator = new LinkedHashMap<>();
        operators().forEach(operator -> byOperator.put(operator, new ArrayList<>()));
        rows.forEach(row -> byOperator
                .computeIfAbsent(operatorOf.apply(row), any -> new ArrayList<>())
                .add(judgedOf.apply(row)));
        byOperator.forEach((operator, judged) -> {
            if (!judged.isEmpty()) {
                table.row(verdictCells(operator, judged));
            }
        });
        table.print(terminal);
    }

    /** The programme's order, ALL first. */
    private List<String> operators() {
        List<String> codes = new ArrayList<>(List.of(ALL));
        results.programme().operators().forEach(operator -> codes.add(operator.code()));
        return codes;
    }

    private List<Cell> verdictCells(String operator, List<Judged> judged) {
        long passed = count(judged, Verdict.PASS);
        long failed = count(judged, Verdict.FAIL);
        long retest = count(judged, Verdict.RETEST);
        return List.of(
                Cell.of(operatorName(operator)),
                new Cell(String.valueOf(passed), passed > 0 ? Style.GOOD : Style.PLAIN),
                Cell.of(grades(judged, Verdict.PASS)),
                new Cell(String.valueOf(failed), failed > 0 ? Style.BAD : Style.PLAIN),
                Cell.of(grades(judged, Verdict.FAIL)),
                new Cell(String.valueOf(retest), retest > 0 ? Style.DOUBT : Style.PLAIN),
                Cell.of(count(judged, Verdict.UNDECIDED) + count(judged, Verdict.TOO_FEW)),
                Cell.of(count(judged, Verdict.NOT_MEASURED)),
                Cell.of(judged.size()));
    }

    private static long count(List<Judged> judged, Verdict verdict) {
        return judged.stream().filter(one -> one.verdict() == verdict).count();
    }

    private static String grades(List<Judged> judged, Verdict verdict) {
        List<String> counts = new ArrayList<>();
        for (Evidence grade : Evidence.values()) {
            counts.add(String.valueOf(judged.stream()
                    .filter(one -> one.verdict() == verdict
                            && one.evidence().filter(grade::equals).isPresent())
                    .count()));
        }
        return String.join("/", counts);
    }

    private void lines() {
        List<LineRow> rows =
                results.lines().stream().filter(row -> row.rat() == RatRow.ANY).toList();
        if (rows.isEmpty()) {
            return;
        }
        title(say("线路", "Lines"));
        long lines = rows.stream().map(LineRow::lineId).distinct().count();
        if (lines > LINES_SHOWN_ONE_BY_ONE) {
            verdictTable(rows, LineRow::operator, row -> new Judged(row.verdict(), row.evidence()));
            return;
        }
        lineTable(rows);
    }

    private void lineTable(List<LineRow> rows) {
        Map<String, String> names = new LinkedHashMap<>();
        results.ledger().lines().forEach(line -> names.put(line.id(), line.name()));
        Table table = Table.of(
                3,
                say("线路", "line"),
                say("运营商", "operator"),
                say("判定", "verdict"),
                say("全长 km", "km"),
                say("已测 km", "measured"),
                say("达标里程占比", "passing share"),
                say("最长断点 m", "longest gap m"));
        rows.stream()
                .sorted(Comparator.comparing(LineRow::lineId))
                .forEach(row -> table.row(List.of(
                        Cell.of(names.getOrDefault(row.lineId(), row.lineId())),
                        Cell.of(operatorName(row.operator())),
                        verdict(row.verdict(), row.evidence()),
                        Cell.of(km(row.lengthMm())),
                        Cell.of(km(row.judgedMm())),
                        Cell.of(share(row.ratio(), row.ratioLow(), row.ratioHigh())),
                        Cell.of(row.longestGapMm() / 1000))));
        table.print(terminal);
    }

    private void progress() {
        String root = results.programme().rootRegion();
        List<ProgressRow> rows = results.progress().stream()
                .filter(row -> row.region().equals(root) && row.operator().equals(ALL))
                .toList();
        countTable(rows);
        estimateTable(rows);
    }

    private void countTable(List<ProgressRow> rows) {
        Table table = Table.of(
                1,
                say("目标", "target"),
                say("目标值", "goal"),
                say("台账", "listed"),
                say("上报", "reported"),
                say("已测", "tested"),
                say("达标", "passed"),
                "A/B/C",
                say("待复测", "re-test"),
                say("不达标", "failed"),
                say("待定", "open"));
        rows.stream()
                .filter(row -> row.listed().orElse(0) > 0)
                .forEach(row -> table.row(List.of(
                        Cell.of(targetName(row) + unit(row)),
                        Cell.of(number(row.goal())),
                        Cell.of(number(row.listed())),
                        Cell.of(number(row.reported())),
                        Cell.of(number(row.tested())),
                        Cell.of(number(row.passed())),
                        Cell.of(number(row.passedA()) + "/" + number(row.passedB()) + "/" + number(row.passedC())),
                        Cell.of(number(row.retest())),
                        Cell.of(number(row.failed())),
                        Cell.of(number(row.open())))));
        if (!table.isEmpty()) {
            title(say("目标进展（全部应覆盖运营商）", "Progress (all obliged operators)"));
            table.print(terminal);
        }
    }

    private void estimateTable(List<ProgressRow> rows) {
        Predicate<ProgressRow> estimated = row -> row.estimate().isPresent();
        Table table = Table.of(
                1,
                say("速率目标", "rate target"),
                say("目标值", "goal"),
                say("估计", "estimate"),
                say("区间", "interval"),
                "n",
                say("判定", "verdict"));
        rows.stream()
                .filter(estimated)
                .forEach(row -> table.row(List.of(
                        Cell.of(targetName(row) + unit(row)),
                        Cell.of(number(row.goal())),
                        Cell.of(number(row.estimate())),
                        Cell.of(number(row.low()) + "–" + number(row.high())),
                        Cell.of(row.n().orElse(0)),
                        row.verdict().map(v -> verdict(v, Optional.empty())).orElse(Cell.of("")))));
        if (!table.isEmpty()) {
            title(say("速率", "Rates"));
            table.print(terminal);
        }
    }

    private String targetName(ProgressRow row) {
        return results.programme().targets().stream()
                .filter(target -> target.id().equals(row.target()))
                .findFirst()
                .map(ProgrammeTarget::name)
                .map(name -> name.in(language))
                .orElse(row.target());
    }

    private String unit(ProgressRow row) {
        return switch (row.unit()) {
            case "KM" -> " km";
            case "MBPS" -> " Mbit/s";
            default -> "";
        };
    }

    private void warnings() {
        List<String> warnings = results.summary().warnings();
        if (warnings.isEmpty()) {
            return;
        }
        title(say("提示", "Warnings"));
        warnings.stream().limit(WARNINGS_SHOWN).forEach(warning -> line(Style.PLAIN, "  " + warning));
        int more = warnings.size() - WARNINGS_SHOWN;
        if (more > 0) {
            line(Style.FAINT, String.format(say("  还有 %d 条，见 summary.json", "  %d more in summary.json"), more));
        }
    }

    private Cell verdict(Verdict verdict, Optional<Evidence> evidence) {
        Style style = switch (verdict) {
            case PASS -> Style.GOOD;
            case FAIL -> Style.BAD;
            case RETEST -> Style.DOUBT;
            default -> Style.FAINT;
        };
        String grade = evidence.map(one -> " " + one.code()).orElse("");
        return new Cell(verdict.text().in(language) + grade, style);
    }

    private String operatorName(String code) {
        if (code.equals(ALL)) {
            return say("全部", "all");
        }
        return results.programme().operators().stream()
                .filter(operator -> operator.code().equals(code))
                .findFirst()
                .map(Operator::name)
                .map(name -> name.in(language))
                .orElse(code);
    }

    private static String share(OptionalDouble ratio, OptionalDouble low, OptionalDouble high) {
        if (ratio.isEmpty()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%.1f%% [%.1f–%.1f]",
                100 * ratio.getAsDouble(),
                100 * low.orElse(0),
                100 * high.orElse(1));
    }

    private static String km(long millimetres) {
        return String.format(Locale.ROOT, "%,.1f", millimetres / 1e6);
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double number = value.getAsDouble();
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%,.1f", number);
    }

    private static String date(Optional<java.time.LocalDate> date) {
        return date.map(String::valueOf).orElse("-");
    }

    private void title(String title) {
        terminal.out().println();
        line(Style.HEADING, title);
    }

    private void line(Style style, String text) {
        terminal.out().println(terminal.out(style, Terminal.clean(text)));
    }

    private String say(String zh, String en) {
        return Text.of(zh, en).in(language);
    }
}
