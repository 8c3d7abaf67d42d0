package org.signalup.cli.internal.profile;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.ProgrammeChoice;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.Words;
import org.signalup.cli.internal.terminal.Table;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.intake.ProfileDraft;
import org.signalup.intake.ProfileDraft.Column;
import org.signalup.intake.ProfileDraft.Guess;
import org.signalup.intake.ProfileDrafts;
import org.signalup.intake.SampleColumn;
import org.signalup.standards.Programme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup profile draft}: what the columns of a table may be, and a profile that says so. */
@Command(name = "draft", sortOptions = false)
final class ProfileDraftVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    Path file;

    @Option(names = "--out", paramLabel = "FILE")
    Path out;

    @Option(names = "--id", paramLabel = "ID")
    String id;

    @Option(names = "--programme", paramLabel = "DIR")
    Path overlay;

    ProfileDraftVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Programme programme = ProgrammeChoice.of(session, overlay).read();
        String name = Words.text(id).orElse("own-profile");
        ProfileDraft draft =
                ProfileVerb.with(engine -> ProfileDrafts.guess(ProfileDrafts.Table.of(file), name, programme, engine));
        columns(draft);
        guess(Text.of("坐标系：", "coordinate system: "), draft.crs());
        guess(Text.of("时间格式：", "form of times: "), draft.timeFormat());
        guess(Text.of("时区：", "zone: "), draft.zone());
        if (out == null) {
            session.say(
                    Text.of("以上都是猜测；加 --out FILE 写成模板", "all of this is guessed; --out FILE writes it as a profile"));
        } else {
            write(draft);
        }
        return 0;
    }

    private void columns(ProfileDraft draft) {
        Table table = Table.of(
                5, say("列", "column"), say("猜为", "may be"), say("单位", "unit"), say("把握", "how sure"), say("理由", "why"));
        for (Column column : draft.columns()) {
            table.row(List.of(
                    Cell.of(column.heading()),
                    Cell.of(column.target().map(SampleColumn::code).orElse("")),
                    Cell.of(column.unit().orElse("")),
                    Cell.of(column.confidence().text().in(session.language())),
                    Cell.of(column.reason().in(session.language()))));
        }
        table.print(session.terminal());
    }

    private void guess(Text label, Guess guess) {
        String value = guess.value().isEmpty() ? "—" : guess.value();
        session.say(
                label,
                value + " (" + guess.confidence().text().in(session.language()) + "; "
                        + guess.reason().in(session.language()) + ")");
    }

    private void write(ProfileDraft draft) throws IOException {
        try {
            Files.writeString(out, draft.yaml(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            Text message = Text.of("文件已存在，不覆盖", "exists, not overwritten");
            throw new RefusedException(Problem.ofFile(out.toString(), "OUT_EXISTS", message));
        }
        session.say(Text.of(
                "已写入 " + out + "；请核对后用 signalup profile check 试读",
                "written: " + out + "; mend it, then try it with signalup profile check"));
    }

    private String say(String zh, String en) {
        return Text.of(zh, en).in(session.language());
    }
}
