package org.signalup.cli.internal.lake;

import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.VerbGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code signalup lake}. */
@Command(name = "lake", synopsisSubcommandLabel = "VERB")
public final class LakeVerb extends VerbGroup {
    private LakeVerb() {}

    /** The verb with all that belong to it. */
    public static CommandLine commandLine(Session session) {
        return new CommandLine(new LakeVerb())
                .addSubcommand(new LakeAddVerb(session))
                .addSubcommand(new LakeFollowVerb(session))
                .addSubcommand(new LakeStreamVerb(session))
                .addSubcommand(new LakeListVerb(session))
                .addSubcommand(new LakeVerifyVerb(session))
                .addSubcommand(new LakeWithdrawVerb(session))
                .addSubcommand(new LakeCompactVerb(session))
                .addSubcommand(new LakeForgetVerb(session))
                .addSubcommand(new LakePurgeVerb(session));
    }
}
