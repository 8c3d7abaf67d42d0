package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalup template samples}: empty 采样 files to fill in. */
@Command(name = "samples")
final class TemplateSamplesVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    Path out;

    TemplateSamplesVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.terminal().out().println(out);
        return 0;
    }
}
