package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.evaluate.Summary;
import org.signalup.evaluate.Summary.FileLine;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** What was read, what was left out and why. */
public final class QualitySection implements Section {
    private record Line(Text name, long count, Text meaning) {}

    @Override
    public String id() {
        return "quality";
    }

    @Override
    public Text title() {
        return Text.of("数据质量", "Data quality");
    }

    @Override
    public Text shortTitle() {
        return title();
    }

    @Override
    public void write(Html html, Facts facts) {
        Summary summary = facts.results().summary();
        new Table<Line>()
                .column(Text.of("项目", "Item"), (out, row) -> out.el("b", () -> out.text(row.name())))
                .number(Text.of("行数", "Rows"), (out, row) -> out.figure(Format.count(row.count())))
                .column(Text.of("说明", "Meaning"), (out, row) -> out.text(row.meaning()))
                .write(html, lines(summary), "summary.json");
        html.el("h3", Text.of("拒收", "Rejected"));
        rejects(html, summary);
        InstrumentTable.write(html, facts);
        CrowdTable.write(html, facts);
        html.el("h3", Text.of("文件", "Files"));
        files().write(html, summary.files(), "summary.json");
        list(html, Text.of("重复给出的文件（只计一次）", "Files given twice (counted once)"), summary.duplicates());
        list(html, Text.of("警告", "Warnings"), warnings(facts));
    }

    private static List<Line> lines(Summary summary) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Text.of("读入", "Read"),
                summary.read(),
                Text.of("采用 + 抽稀 + 拒收 + 众测过滤 = 读入", "kept + thinned + rejected + filtered = read")));
        lines.add(new Line(Text.of("采用", "Kept"), summary.kept(), Text.of("参与评测的行", "rows that take part")));
        lines.add(new Line(
                Text.of("抽稀", "Thinned"),
                summary.thinned(),
                Text.of("同一设备同一秒只取一个覆盖样本", "one coverage sample per device and second")));
        lines.add(new Line(
                Text.of("拒收", "Rejected"),
                summary.rejected(),
                Text.of("逐行原因见 rejects.csv", "each with its reason in rejects.csv")));
        lines.add(new Line(
                Text.of("众测过滤", "Filtered"),
                summary.leftOut(),
                Text.of(
                        "被众测过滤规则整条排除；只排除测试的不在其中",
                        "crowd samples left out altogether; those whose test alone was are not among them")));
        lines.add(new Line(
                Text.of("只有电平", "Level only"),
                summary.noSinr(),
                Text.of("没有信干噪比，保留但不判定", "no SINR: kept, not judged")));
        lines.add(new Line(
                Text.of("评测期外", "Outside the period"), summary.outsidePeriod(), Text.of("保留但不判定", "kept, not judged")));
        lines.add(new Line(
                Text.of("匹配", "Matches"),
                summary.matches(),
                Text.of(
                        "覆盖样本（各测试模式）与评测单元的配对数；0 表示样本与台账对不上",
                        "pairs of a coverage sample of any mode and a target; 0 means nothing met the ledger")));
        summary.defaulted().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lines.add(new Line(
                        Text.of("默认值 " + entry.getKey(), "Default " + entry.getKey()),
                        entry.getValue(),
                        Text.of("该列为空，按默认值处理", "empty, the default stood in"))));
        return lines;
    }

    private static void rejects(Html html, Summary summary) {
        List<Map.Entry<String, Long>> rows = summary.rejectedByCode().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        new Table<Map.Entry<String, Long>>()
                .column(Text.of("代码", "Code"), (out, row) -> out.el("code", () -> out.data(row.getKey())))
                .column(Text.of("含义", "Meaning"), (out, row) -> out.text(Words.reject(row.getKey())))
                .number(Text.of("行数", "Rows"), (out, row) -> out.figure(Format.count(row.getValue())))
                .write(html, rows, "rejects.csv");
    }

    private static Table<FileLine> files() {
        return new Table<FileLine>()
                .column(Text.of("文件", "File"), (html, row) -> {
                    html.el("b", () -> html.data(row.file()));
                    html.el("small", () -> html.el("code", () -> html.data(start(row.digest()))));
                })
                .column(Text.of("格式", "Format"), (html, row) -> html.data(row.format()))
                .number(Text.of("读入", "Read"), (html, row) -> html.figure(Format.count(row.read())))
                .number(Text.of("采用", "Kept"), (html, row) -> html.figure(Format.count(row.kept())))
                .number(Text.of("拒收", "Rejected"), (html, row) -> html.figure(Format.count(row.rejected())))
                .column(Text.of("已删除的标识列", "Identifiers removed"), (html, row) -> columns(html, row.removedColumns()))
                .column(Text.of("未用的列", "Columns not used"), (html, row) -> columns(html, row.unknownColumns()));
    }

    private static String start(String digest) {
        return digest.length() > 16 ? digest.substring(0, 16) + "…" : digest;
    }

    private static void columns(Html html, List<String> columns) {
        html.data(columns.isEmpty() ? Format.NONE : String.join(", ", columns));
    }

    private static List<String> warnings(Facts facts) {
        return facts.results().summary().warnings();
    }

    private static void list(Html html, Text name, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        html.el("details", () -> {
            html.el("summary", Text.of(name.zh() + "：" + items.size() + " 条", name.en() + ": " + items.size()));
            html.el("ul", () -> items.stream().limit(Table.CAP).forEach(item -> html.el("li", () -> html.data(item))));
            if (items.size() > Table.CAP) {
                html.el("p.more", Text.of("其余见 summary.json。", "The rest is in summary.json."));
            }
        });
    }
}
