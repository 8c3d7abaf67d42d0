package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup standard check}: every problem of a standard and of the programme at once. */
@Command(name = "check")
final class StandardCheckVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID|FILE", arity = "0..1", descriptionKey = "standard")
    String standard;

    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    StandardCheckVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.terminal().out().println(standard);
        return 0;
    }
}
