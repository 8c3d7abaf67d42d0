package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** How levels, rates and latency are spread in regions; places and lines are in the file beside the report. */
final class QuantileTable {
    private QuantileTable() {}

    /** Writes nothing where nothing is told of a region. */
    static void write(Html html, Facts facts) {
        List<QuantileRow> rows = new ArrayList<>();
        facts.results().forEachQuantile(row -> {
            if (row.object().equals("REGION")) {
                rows.add(row);
            }
        });
        if (rows.isEmpty()) {
            return;
        }
        html.el("details", () -> {
            html.el("summary", Text.of("地区的电平、速率与时延分布", "How levels, rates and latency are spread in regions"));
            html.el(
                    "p",
                    Text.of(
                            "5% 分位：至少 5% 的值不高于它。电平与信干噪比按 5 dB、3 dB 分档计数，分位数一定落在所示的一档之内；速率与时延逐次计数，没有误差。电平取在该制式上的覆盖样本，不含自测；地区是其场所与线路之和。",
                            "5th percentile: at least 5 % of the values are not above it. Levels and SINR are counted in steps of 5 dB and 3 dB,"
                                    + " and the quantile surely lies in the step shown; rates and latency are counted one by one,"
                                    + " without any error. Levels are of coverage samples on that network, without self-tests; a"
                                    + " region is its places and lines together."));
            table(facts).write(html, rows, "quantiles.csv");
        });
    }

    private static Table<QuantileRow> table(Facts facts) {
        return new Table<QuantileRow>()
                .column(
                        Text.of("地区", "Region"),
                        (html, row) -> html.text(facts.names().region(row.objectId())))
                .column(
                        Text.of("企业", "Operator"),
                        (html, row) -> html.text(facts.names().operator(row.operator())))
                .column(Text.of("制式", "RAT"), (html, row) -> html.text(row.rat().text()))
                .column(Text.of("量", "Measure"), (html, row) -> {
                    html.text(row.measure().text());
                    html.el("small", Text.same(row.measure().unit()));
                })
                .column(Text.of("口径", "Method"), QuantileTable::method)
                .number(Text.of("样本 n", "n"), (html, row) -> html.figure(Format.count(row.samples())))
                .number(Text.of("5% 分位", "5th pct"), (html, row) -> html.figure(value(row, row.p05())))
                .number(Text.of("中位", "Median"), (html, row) -> html.figure(value(row, row.p50())))
                .number(Text.of("95% 分位", "95th pct"), (html, row) -> html.figure(value(row, row.p95())));
    }

    private static void method(Html html, QuantileRow row) {
        if (row.method().isEmpty()) {
            html.figure(Format.NONE);
        } else {
            html.text(Words.method(row.method()));
        }
    }

    private static String value(QuantileRow row, double value) {
        return Format.quantile(value, row.within());
    }
}
