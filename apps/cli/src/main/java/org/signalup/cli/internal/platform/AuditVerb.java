package org.signalup.cli.internal.platform;

import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.VerbGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code signalup audit}. */
@Command(name = "audit", synopsisSubcommandLabel = "VERB")
public final class AuditVerb extends VerbGroup {
    private AuditVerb() {}

    /** The verb with all that belong to it. */
    public static CommandLine commandLine(Session session) {
        return new CommandLine(new AuditVerb()).addSubcommand(new AuditVerifyVerb(session));
    }
}
