package org.signalup.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.signalup.domain.Text;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code signalup help [VERB…]}: the same page as {@code signalup VERB… --help}. */
@Command(name = "help")
final class HelpVerb implements Callable<Integer> {
    private final Session session;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "VERB", arity = "0..*", descriptionKey = "verbs")
    List<String> verbs = new ArrayList<>();

    HelpVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CommandLine page = spec.parent().commandLine();
        for (String verb : verbs) {
            CommandLine next = page.getSubcommands().get(verb);
            if (next == null) {
                throw new UsageException(unknownVerb(verb, page));
            }
            page = next;
        }
        page.usage(session.terminal().outWriter());
        return 0;
    }

    static Text unknownVerb(String verb, CommandLine parent) {
        String names = String.join(" ", parent.getSubcommands().keySet());
        return Text.of("没有动词 " + verb + "；可用：" + names, "no verb " + verb + "; there are: " + names);
    }
}
