package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.terminal.ProgressLine;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.lake.Lake.Added;
import org.signalup.standards.Programme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup lake add}: reads sample files into the lake, which is made if there is none. */
@Command(name = "add", sortOptions = false)
final class LakeAddVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Mixin
    ReadOptions read = new ReadOptions();

    @Mixin
    DeviceOptions devices = new DeviceOptions();

    @Mixin
    BasisOptions basis = new BasisOptions();

    @Mixin
    EngineOptions compute = new EngineOptions();

    @Option(names = {"-q", "--quiet"})
    boolean quiet;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "paths")
    List<Path> files;

    LakeAddVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Programme programme = read.programme(session);
        Lake lake = basis.stating(write.openOrCreate(programme.zone()));
        Added added;
        try (ProgressLine progress = ProgressLine.start(session.terminal(), session.language(), quiet)) {
            IntakeOptions options = devices.known(read.intake(session, programme, progress), session, read);
            added = compute.with(write, engine -> lake.add(files, options, engine));
        }
        if (!quiet) {
            new AddedText(session).say(added);
        }
        return 0;
    }
}
