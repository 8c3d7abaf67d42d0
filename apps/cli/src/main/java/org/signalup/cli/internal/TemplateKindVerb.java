package org.signalup.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.signalup.ledger.LedgerTemplates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalup template ledger} and {@code signalup template samples}: files of one kind to fill in. */
@Command
final class TemplateKindVerb implements Callable<Integer> {
    private final Session session;
    private final LedgerTemplates.Kind kind;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    Path out;

    @Option(names = "--programme", paramLabel = "DIR")
    Path overlay;

    TemplateKindVerb(Session session, LedgerTemplates.Kind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        new TemplateFiles(session).write(kind, out, overlay);
        return 0;
    }
}
