package org.signalup.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.signalup.ledger.LedgerTemplates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalup template samples}: samples files to fill in. */
@Command(name = "samples")
final class TemplateSamplesVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    Path out;

    @Option(names = "--programme", paramLabel = "DIR")
    Path overlay;

    TemplateSamplesVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        new TemplateFiles(session).write(LedgerTemplates.Kind.SAMPLES, out, overlay);
        return 0;
    }
}
