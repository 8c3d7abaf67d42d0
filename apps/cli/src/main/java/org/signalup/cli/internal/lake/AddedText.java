package org.signalup.cli.internal.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Lake.Added;

/** What an add did, in words. */
final class AddedText {
    private static final String CANONICAL = "canonical";

    private final Session session;

    AddedText(Session session) {
        this.session = session;
    }

    void say(Added added) {
        if (!added.batch().isEmpty()) {
            batch(added);
        }
        for (SampleFile file : added.known()) {
            session.say(Text.of("已在湖中，不再加入：", "there already, not added again: "), Terminal.clean(file.name()));
        }
        if (added.batch().isEmpty()) {
            session.say(Text.of("没有新的内容；数据湖未变", "nothing new; the lake is unchanged"));
        }
        for (Problem warning : added.report().warnings()) {
            session.say(Text.of("提示：", "warning: "), Terminal.clean(warning.line(session.language())));
        }
    }

    private void batch(Added added) {
        int files = added.report().files().size();
        session.say(Text.of(
                "批次 %s：文件 %d 个，读入 %,d = 采用 %,d + 拒收 %,d；%s"
                        .formatted(
                                added.batch(),
                                files,
                                added.report().read(),
                                added.rows(),
                                added.report().rejected(),
                                dates(added.dates())),
                "batch %s: %d files, read %,d = kept %,d + rejected %,d; %s"
                        .formatted(
                                added.batch(),
                                files,
                                added.report().read(),
                                added.rows(),
                                added.report().rejected(),
                                dates(added.dates()))));
        formats(added.report().files());
        removed(added.report().files());
        Map<String, Long> codes = new TreeMap<>();
        for (FileReport file : added.report().files()) {
            file.rejectedByCode().forEach((code, count) -> codes.merge(code, count, Long::sum));
        }
        codes.forEach((code, count) ->
                session.say(Text.of("  拒收原因：", "  rejected: "), code + " " + String.format("%,d", count)));
        if (added.rows() == 0) {
            session.say(Text.of(
                    "  没有一行被采用；改正方案或选项后，先 lake withdraw " + added.batch() + " 再重新加入",
                    "  not one row was kept; mend programme or options, then lake withdraw " + added.batch()
                            + " and add again"));
        }
    }

    /** What was told by looking at files, and how surely; of canonical files there is nothing to tell. */
    private void formats(List<FileReport> files) {
        Map<String, Long> told = new TreeMap<>();
        files.stream()
                .filter(file -> !file.format().equals(CANONICAL))
                .forEach(file -> told.merge(
                        file.format() + " v" + file.recognition().version() + " ("
                                + file.recognition().confidence().text().in(session.language()) + ")",
                        1L,
                        Long::sum));
        told.forEach((format, count) -> session.say(Text.of("  认出的格式：", "  recognised: "), format + " × " + count));
    }

    private void removed(List<FileReport> files) {
        Map<String, Long> cells = new TreeMap<>();
        files.forEach(file -> file.removed()
                .forEach(column -> cells.merge(Terminal.clean(column.label()), column.cells(), Long::sum)));
        cells.forEach((column, count) -> session.say(
                Text.of("  去除的标识：", "  identifiers taken out: "), column + " " + String.format("%,d", count)));
    }

    /** One date, or the first and the last of several with their number. */
    static String dates(List<LocalDate> dates) {
        return switch (dates.size()) {
            case 0 -> "-";
            case 1 -> dates.get(0).toString();
            default -> dates.get(0) + " … " + dates.get(dates.size() - 1) + " (" + dates.size() + ")";
        };
    }
}
