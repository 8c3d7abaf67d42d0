package org.signalup.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.signalup.ledger.LedgerTemplates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalup template ledger}: ledger files to fill in. */
@Command(name = "ledger")
final class TemplateLedgerVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    Path out;

    @Option(names = "--programme", paramLabel = "DIR")
    Path overlay;

    TemplateLedgerVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        new TemplateFiles(session).write(LedgerTemplates.Kind.LEDGER, out, overlay);
        return 0;
    }
}
