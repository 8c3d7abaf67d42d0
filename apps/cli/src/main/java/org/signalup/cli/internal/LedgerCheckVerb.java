package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup ledger check}: every problem of a ledger folder at once. */
@Command(name = "check")
final class LedgerCheckVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", descriptionKey = "folder")
    Path folder;

    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    LedgerCheckVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.terminal().out().println(folder);
        return 0;
    }
}
