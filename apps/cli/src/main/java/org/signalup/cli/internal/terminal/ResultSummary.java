package org.signalup.cli.internal.terminal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.cli.internal.terminal.VerdictTable.Judged;
import org.signalup.domain.Language;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;
import org.signalup.publish.Report;
import org.signalup.standards.Standard;

/** The end of a run in one screen: what was read, places, lines, progress, where the report is. No percentage without its interval and evidence. */
public final class ResultSummary {
    private static final int LINES_SHOWN_ONE_BY_ONE = 12;
    private static final int WARNINGS_SHOWN = 5;

    private final Results results;
    private final Terminal terminal;
    private final Language language;
    private final Names names;

    private ResultSummary(Results results, Terminal terminal, Language language) {
        this.results = results;
        this.terminal = terminal;
        this.language = language;
        this.names = new Names(results.programme(), language);
    }

    public static void print(Results results, Terminal terminal, Language language) {
        ResultSummary summary = new ResultSummary(results, terminal, language);
        summary.heading();
        summary.samples();
        summary.places();
        summary.lines();
        new ProgressTables(terminal, summary.names).print(results.progress());
        summary.warnings();
    }

    /** Where the report of an evaluation folder is. */
    public static void printReport(Path folder, Terminal terminal, Language language) {
        String report = folder.resolve(Report.FILE).toAbsolutePath().normalize().toString();
        String label = Text.of("报告：", "Report: ").in(language);
        terminal.out().println();
        terminal.out().println(terminal.out(Style.HEADING, label + Terminal.clean(report)));
    }

    private void heading() {
        Summary summary = results.summary();
        Standard standard = results.standard();
        String name = standard.name().in(language);
        String trial = say("平台试评", "proposal");
        boolean unsaid = standard.status() == Standard.Status.PROPOSAL && !name.contains(trial);
        line(Style.HEADING, unsaid ? name + " (" + trial + ")" : name);
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
        String filtered =
                summary.leftOut() == 0 ? "" : String.format(say(" + 众测过滤 %,d", " + filtered %,d"), summary.leftOut());
        line(Style.PLAIN, counts + filtered);
        if (!summary.rejectedByCode().isEmpty()) {
            line(Style.DOUBT, say("  拒收原因：", "  rejected: ") + counted(summary.rejectedByCode()));
        }
        unjudged(summary);
        for (String duplicate : summary.duplicates()) {
            line(Style.DOUBT, say("  重复文件只计一次：", "  given twice, counted once: ") + duplicate);
        }
        summary.run().notes().forEach(note -> line(Style.PLAIN, "  " + note));
    }

    /** Rows that were kept and yet say nothing; a run that judged nothing must not look like a network nobody tested. */
    private void unjudged(Summary summary) {
        doubt("  评测时段之外、不参与判定：%,d", "  outside the period, not judged: %,d", summary.outsidePeriod());
        doubt("  只有电平没有 SINR、不参与判定：%,d", "  level without SINR, not judged: %,d", summary.noSinr());
        if (summary.kept() > summary.outsidePeriod() && summary.matches() == 0) {
            line(Style.DOUBT, say("  没有一条覆盖采样落在台账的点位或线路上", "  no coverage sample met a point or line of the ledger"));
        }
    }

    private void doubt(String zh, String en, long count) {
        if (count > 0) {
            line(Style.DOUBT, String.format(say(zh, en), count));
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
        new VerdictTable(terminal, names)
                .print(results.places(), PlaceRow::operator, row -> new Judged(row.verdict(), row.evidence()));
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
            new VerdictTable(terminal, names)
                    .print(rows, LineRow::operator, row -> new Judged(row.verdict(), row.evidence()));
            return;
        }
        new LineTable(terminal, names).print(rows, results.ledger().lines());
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

    private static String date(Optional<LocalDate> date) {
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
