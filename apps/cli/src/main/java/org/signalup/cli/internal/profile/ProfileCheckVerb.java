package org.signalup.cli.internal.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.signalup.cli.internal.ProgrammeChoice;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.Words;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.ProfileDrafts;
import org.signalup.intake.RowPreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup profile check}: how a profile reads the first rows of a file. */
@Command(name = "check", sortOptions = false)
final class ProfileCheckVerb implements Callable<Integer> {
    private static final int ROWS = 10;

    private final Session session;

    @Parameters(index = "0", paramLabel = "PROFILE", descriptionKey = "profile")
    Path profile;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "file")
    Path file;

    @Option(names = "--rows", paramLabel = "N")
    String rows;

    @Option(names = "--crs", paramLabel = "CRS")
    String crs;

    @Option(names = "--programme", paramLabel = "DIR")
    Path overlay;

    ProfileCheckVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ProgrammeChoice choice = ProgrammeChoice.of(session, overlay);
        IntakeOptions options = new IntakeOptions(
                choice.read(),
                choice.profileFolders(),
                Optional.empty(),
                Words.text(crs),
                Optional.empty(),
                session.language(),
                Path.of("unused"),
                ProgressListener.NONE);
        int most = Words.count("--rows", rows).orElse(ROWS);
        List<RowPreview> seen = ProfileVerb.with(
                engine -> ProfileDrafts.preview(ProfileDrafts.Table.of(file), text(), most, options, engine));
        seen.forEach(this::print);
        long refused = seen.stream().filter(row -> row.reject().isPresent()).count();
        session.say(Text.of(
                "前 " + seen.size() + " 行，拒收 " + refused + " 行",
                "first rows: " + seen.size() + ", refused: " + refused));
        return 0;
    }

    private String text() {
        try {
            return Files.readString(profile);
        } catch (IOException e) {
            Text message = Text.of("文件无法读取", "the file cannot be read");
            throw new RefusedException(Problem.ofFile(profile.toString(), "FILE_UNREADABLE", message));
        }
    }

    private void print(RowPreview row) {
        String values = row.values().entrySet().stream().map(this::shown).collect(Collectors.joining("  "));
        String reject = row.reject()
                .map(code -> "  ✗ " + row.column() + " " + code.text().in(session.language()) + " [" + code + "]")
                .orElse("");
        session.say(Text.same(row.row() + ": "), values + reject);
    }

    private String shown(Map.Entry<String, String> value) {
        return value.getKey() + "=" + value.getValue();
    }
}
