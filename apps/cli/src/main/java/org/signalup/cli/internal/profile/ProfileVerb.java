package org.signalup.cli.internal.profile;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.cli.internal.Computing;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.SpillFolder;
import org.signalup.cli.internal.VerbGroup;
import org.signalup.engine.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code signalup profile}. */
@Command(name = "profile", synopsisSubcommandLabel = "VERB")
public final class ProfileVerb extends VerbGroup {
    private ProfileVerb() {}

    /** The verb with all that belong to it. */
    public static CommandLine commandLine(Session session) {
        return new CommandLine(new ProfileVerb())
                .addSubcommand(new ProfileDraftVerb(session))
                .addSubcommand(new ProfileCheckVerb(session));
    }

    /** Does something with an engine, which is needed to look into Parquet only. */
    static <T> T with(Function<Engine, T> work) {
        Computing computing =
                new Computing(Computing.DUCKDB, Optional.empty(), Optional.empty(), Optional.of(1), Optional.empty());
        Path place = Path.of(System.getProperty("java.io.tmpdir"), "signalup-profile");
        try (SpillFolder spill = computing.spill(place);
                Engine engine = computing.open(computing.provider(), spill)) {
            return work.apply(engine);
        }
    }
}
