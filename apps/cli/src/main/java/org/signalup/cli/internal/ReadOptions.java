package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.ProgressListener;
import org.signalup.intake.IntakeOptions;
import org.signalup.standards.Programme;
import picocli.CommandLine.Option;

/** Options of the verbs that read sample files for no single evaluation. */
public final class ReadOptions {
    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    @Option(names = "--profile", paramLabel = "ID|FILE")
    String profile;

    @Option(names = "--crs", paramLabel = "CRS")
    String crs;

    /** As if so given, for a verb that has these options of its own. */
    public static ReadOptions of(Path programme, String crs) {
        ReadOptions read = new ReadOptions();
        read.programme = programme;
        read.crs = crs;
        return read;
    }

    public Programme programme(Session session) {
        return ProgrammeChoice.of(session, programme).read();
    }

    /** The programme and what is laid over it, in order. */
    public List<Path> layers(Session session) {
        return ProgrammeChoice.of(session, programme).layers();
    }

    /** No as-of day: samples of any day are taken. */
    public IntakeOptions intake(Session session, Programme read, ProgressListener progress) {
        return intake(session, read, progress, Path.of("unused"));
    }

    /** The same where nobody else says where converted parts are kept. */
    public IntakeOptions intake(Session session, Programme read, ProgressListener progress, Path workFolder) {
        return new IntakeOptions(
                read,
                ProgrammeChoice.of(session, programme).profileFolders(),
                Words.text(profile),
                Words.text(crs),
                Optional.empty(),
                session.language(),
                workFolder,
                progress);
    }
}
