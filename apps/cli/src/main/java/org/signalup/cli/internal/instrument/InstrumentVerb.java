package org.signalup.cli.internal.instrument;

import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.VerbGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code signalup instrument}. */
@Command(name = "instrument", synopsisSubcommandLabel = "VERB")
public final class InstrumentVerb extends VerbGroup {
    private InstrumentVerb() {}

    /** The verb with all that belong to it. */
    public static CommandLine commandLine(Session session) {
        return new CommandLine(new InstrumentVerb()).addSubcommand(new InstrumentCompareVerb(session));
    }
}
