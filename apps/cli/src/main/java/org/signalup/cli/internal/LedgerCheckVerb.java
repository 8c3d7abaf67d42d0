package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.LedgerCheck;
import org.signalup.ledger.LedgerReader;
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
    Path overlay;

    LedgerCheckVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        LedgerCheck check =
                LedgerReader.check(folder, ProgrammeChoice.of(session, overlay).read());
        for (Problem warning : check.warnings()) {
            session.say(Text.of("提示：", "warning: "), Terminal.clean(warning.line(session.language())));
        }
        if (!check.errors().isEmpty()) {
            throw new RefusedException(check.errors());
        }
        check.ledger().map(LedgerCheckVerb::counts).ifPresent(session::say);
        return 0;
    }

    private static Text counts(Ledger ledger) {
        int places = ledger.places().size();
        int points = ledger.keyPoints().size();
        int lines = ledger.lines().size();
        return Text.of(
                "没有错误：场所 %d 个，关键点位 %d 个，线路 %d 条".formatted(places, points, lines),
                "no errors: %d places, %d key points, %d lines".formatted(places, points, lines));
    }
}
