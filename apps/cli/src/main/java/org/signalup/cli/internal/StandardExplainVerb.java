package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Text;
import org.signalup.standards.StandardExplainer;
import org.signalup.standards.Standards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup standard explain}: a standard in plain words; without one, which there are. */
@Command(name = "explain")
final class StandardExplainVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID|FILE", arity = "0..1", descriptionKey = "standard")
    String standard;

    @Option(names = "--programme", paramLabel = "DIR")
    Path overlay;

    StandardExplainVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ProgrammeChoice choice = ProgrammeChoice.of(session, overlay);
        Optional<String> chosen = Words.text(standard);
        if (chosen.isEmpty()) {
            session.say(Text.of("评测标准有：", "Standards:"));
            Standards.ids(choice.folders())
                    .forEach(id -> session.terminal().out().println("  " + id));
            return 0;
        }
        String words = StandardExplainer.explain(
                choice.standard(chosen.get()), Optional.of(choice.read()), session.language());
        session.terminal().out().println(Terminal.clean(words).stripTrailing());
        return 0;
    }
}
