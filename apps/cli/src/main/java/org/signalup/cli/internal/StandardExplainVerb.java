package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup standard explain}: a standard in plain words. */
@Command(name = "explain")
final class StandardExplainVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID|FILE", arity = "0..1", descriptionKey = "standard")
    String standard;

    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    StandardExplainVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.terminal().out().println(standard);
        return 0;
    }
}
