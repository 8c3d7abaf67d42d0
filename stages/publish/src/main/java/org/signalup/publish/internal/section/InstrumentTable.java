package org.signalup.publish.internal.section;

import java.util.Comparator;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** What places and lines lost because samples were refused for their instrument. */
final class InstrumentTable {
    private InstrumentTable() {}

    /** Writes nothing where nothing was refused for its instrument. */
    static void write(Html html, Facts facts) {
        List<InstrumentRow> rows = facts.results().instrumentRefusals().stream()
                .sorted(Comparator.comparing(
                                (InstrumentRow row) -> row.objectId().isEmpty())
                        .thenComparing(row -> row.samples() + row.tests(), Comparator.reverseOrder()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        html.el("h3", Text.of("因仪表未采用的样本", "Samples not used because of their instrument"));
        html.el(
                "p",
                Text.of(
                        "标准只采用有效仪表的样本。下表是各场所、各线路因此少了多少：按这些行若被采用会计入哪里统计，抽稀之前。",
                        "The standard takes samples of valid instruments only. This is what each place and line lost by it: rows are"
                                + " counted where they would have counted, before thinning."));
        table(facts).write(html, rows, "instrument_refusals.csv");
    }

    private static Table<InstrumentRow> table(Facts facts) {
        return new Table<InstrumentRow>()
                .column(
                        Text.of("场所或线路", "Place or line"),
                        (html, row) -> ObjectName.write(html, facts, row.object(), row.objectId()))
                .column(
                        Text.of("企业", "Operator"),
                        (html, row) -> html.text(facts.names().operator(row.operator())))
                .column(
                        Text.of("来源", "Source"),
                        (html, row) -> html.text(row.source().text()))
                .column(
                        Text.of("仪表", "Instrument"),
                        (html, row) -> html.data(row.instrumentId().isEmpty() ? Format.NONE : row.instrumentId()))
                .column(Text.of("原因", "Reason"), (html, row) -> html.text(Words.reject(row.code())))
                .number(Text.of("覆盖样本", "Coverage samples"), (html, row) -> html.figure(Format.count(row.samples())))
                .number(Text.of("测试", "Tests"), (html, row) -> html.figure(Format.count(row.tests())));
    }
}
