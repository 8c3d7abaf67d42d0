package org.signalup.cli.internal.lake;

import java.util.List;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.Words;
import org.signalup.cli.internal.terminal.Table;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.domain.Text;
import org.signalup.engine.RemoteFiles;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeBatch;
import org.signalup.lake.LakeDay;
import org.signalup.lake.LakeView;
import org.signalup.lake.LakeView.PassedOver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalup lake list}: batches and dates. */
@Command(name = "list", sortOptions = false)
final class LakeListVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--lake", paramLabel = "DIR|URL", required = true, converter = Words.Named.class)
    String lake;

    @Option(names = "--csv")
    boolean csv;

    LakeListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        LakeView view = Lake.open(RemoteFiles.path(lake)).view();
        if (csv) {
            csv(view);
        } else {
            batches(view.batches());
            session.terminal().out().println();
            days(view.days());
            passedOver(view.passedOver());
        }
        return 0;
    }

    private void batches(List<LakeBatch> batches) {
        Table table = Table.of(
                3,
                say("批次", "batch"),
                say("文件", "files"),
                say("日期", "dates"),
                say("行数", "rows"),
                say("拒收", "rejected"));
        for (LakeBatch batch : batches) {
            String first = batch.files().get(0).file();
            int more = batch.files().size() - 1;
            table.row(List.of(
                    Cell.of(batch.id()),
                    Cell.of(more == 0 ? first : first + " +" + more),
                    Cell.of(AddedText.dates(batch.dates())),
                    Cell.of(batch.rows()),
                    Cell.of(batch.files().stream()
                            .mapToLong(FileReport::rejected)
                            .sum())));
        }
        table.print(session.terminal());
    }

    private void days(List<LakeDay> days) {
        Table table = Table.of(
                1, say("日期", "date"), say("批次", "batches"), say("文件", "parts"), say("行数", "rows"), say("字节", "bytes"));
        for (LakeDay day : days) {
            table.row(List.of(
                    Cell.of(day.date().toString()),
                    Cell.of(day.batches().size()),
                    Cell.of(day.parts().size()),
                    Cell.of(day.rows()),
                    Cell.of(day.bytes())));
        }
        table.print(session.terminal());
    }

    private void passedOver(List<PassedOver> files) {
        if (files.isEmpty()) {
            return;
        }
        session.terminal().out().println();
        Table table = Table.of(2, say("不会自动读入的文件", "files that do not come by themselves"), say("原因", "because"));
        for (PassedOver file : files) {
            table.row(List.of(
                    Cell.of(file.file()), Cell.of(file.withdrawn() ? say("已撤回", "withdrawn") : say("未接受", "refused"))));
        }
        table.print(session.terminal());
    }

    /** One line per file and per date; the columns that are not of its kind stay empty. */
    private void csv(LakeView view) {
        line("kind", "batch", "file", "digest", "date", "rows", "rejected", "parts", "bytes");
        for (LakeBatch batch : view.batches()) {
            for (FileReport file : batch.files()) {
                line(
                        "file",
                        batch.id(),
                        quoted(file.file()),
                        file.digest(),
                        "",
                        "" + file.kept(),
                        "" + file.rejected(),
                        "",
                        "");
            }
        }
        for (PassedOver file : view.passedOver()) {
            String kind = file.withdrawn() ? "withdrawn" : "refused";
            line(kind, "", quoted(file.file()), file.digest(), "", "", "", "", "");
        }
        for (LakeDay day : view.days()) {
            String batches = String.join(";", day.batches());
            String date = day.date().toString();
            line(
                    "date",
                    batches,
                    "",
                    "",
                    date,
                    "" + day.rows(),
                    "",
                    "" + day.parts().size(),
                    "" + day.bytes());
        }
    }

    private void line(String... cells) {
        session.terminal().out().print(String.join(",", cells) + "\n");
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private String say(String zh, String en) {
        return Text.of(zh, en).in(session.language());
    }
}
