package org.signalup.cli.internal.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.Words;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Follower;
import org.signalup.lake.Follower.Look;
import org.signalup.lake.Follower.Manners;
import org.signalup.lake.Lake;
import org.signalup.standards.Programme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup lake follow}: takes files as they arrive, until told to end. */
@Command(name = "follow", sortOptions = false)
final class LakeFollowVerb implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Session session;
    private boolean refused;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Option(names = "--once")
    boolean once;

    @Option(names = "--settle", paramLabel = "SECONDS", defaultValue = "3")
    String settle;

    @Option(names = "--retry")
    boolean retry;

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

    @Parameters(paramLabel = "DIR", descriptionKey = "inbox")
    Path inbox;

    LakeFollowVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(inbox)) {
            throw new RefusedException(Problem.ofFile(
                    inbox.toString(),
                    "FOLDER_ABSENT",
                    Text.of("不是文件夹", "is no folder (expected: one that files arrive in)")));
        }
        Manners manners = new Manners(Words.seconds("--settle", settle), retry);
        Programme programme = read.programme(session);
        IntakeOptions options = devices.known(read.intake(session, programme, ProgressListener.NONE), session, read);
        Lake lake = basis.stating(write.openOrCreate(programme.zone()));
        try (Ending ending = Ending.onSignal(session.terminal())) {
            compute.with(write, engine -> follow(lake.follow(inbox, manners, options, engine), ending));
        }
        return once && refused ? 1 : 0;
    }

    private int follow(Follower follower, Ending ending) {
        int looks = 0;
        do {
            looks++;
            Look look = follower.look();
            say(look);
            if (once && look.waiting() == 0) {
                return looks;
            }
        } while (!ending.within(BETWEEN_LOOKS));
        return looks;
    }

    private void say(Look look) {
        if (!quiet) {
            look.added().forEach(added -> new AddedText(session).say(added));
        }
        for (Problem problem : look.refused()) {
            refused = true;
            String line = Terminal.clean(problem.line(session.language()));
            session.warn(Text.of("未接受，留在原处：" + line, "refused, left where it is: " + line));
        }
        session.terminal().flush();
    }
}
