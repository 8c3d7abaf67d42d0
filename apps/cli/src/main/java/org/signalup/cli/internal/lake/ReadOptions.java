package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.util.Optional;
import org.signalup.cli.internal.ProgrammeChoice;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.Words;
import org.signalup.domain.ProgressListener;
import org.signalup.intake.IntakeOptions;
import org.signalup.standards.Programme;
import picocli.CommandLine.Option;

/** Options of the verbs that read sample files into a lake. */
final class ReadOptions {
    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    @Option(names = "--profile", paramLabel = "ID|FILE")
    String profile;

    @Option(names = "--crs", paramLabel = "CRS")
    String crs;

    Programme programme(Session session) {
        return ProgrammeChoice.of(session, programme).read();
    }

    /** No as-of day: a lake takes samples of any day. */
    IntakeOptions intake(Session session, Programme read, ProgressListener progress) {
        return new IntakeOptions(
                read,
                ProgrammeChoice.of(session, programme).profileFolders(),
                Words.text(profile),
                Words.text(crs),
                Optional.empty(),
                session.language(),
                Path.of("unused"),
                progress);
    }
}
