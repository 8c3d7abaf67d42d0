package org.signalup.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.ledger.LedgerTemplates;
import org.signalup.standards.Programme;

/** Puts templates into a folder of the caller's, never over a file that is there: it may have been filled in. */
final class TemplateFiles {
    private final Session session;

    TemplateFiles(Session session) {
        this.session = session;
    }

    void write(LedgerTemplates.Kind kind, Path out, Path overlay) throws IOException {
        Programme programme = ProgrammeChoice.of(session, overlay).read();
        Path place = Files.createTempDirectory("signalup-template-");
        try {
            List<Path> files = LedgerTemplates.write(place, programme, kind, session.language());
            refuseExisting(files, place, out);
            for (Path file : files) {
                Path target = out.resolve(place.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                session.terminal().out().println(target);
            }
        } finally {
            delete(place);
        }
    }

    private static void refuseExisting(List<Path> files, Path place, Path out) {
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            Path target = out.resolve(place.relativize(file));
            if (Files.exists(target)) {
                Text message = Text.of("已经存在，不会覆盖", "is there already and is not overwritten");
                problems.add(Problem.ofFile(target.toString(), "FILE_EXISTS", message));
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
