package org.signalup.cli.internal.profile;

import java.util.function.Function;
import org.signalup.cli.internal.Computing;
import org.signalup.cli.internal.Session;
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
        return Computing.small((engine, folder) -> work.apply(engine));
    }
}
