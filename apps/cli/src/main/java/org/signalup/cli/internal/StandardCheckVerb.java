package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.standards.Programme;
import org.signalup.standards.StandardCheck;
import org.signalup.standards.StandardReader;
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
    Path overlay;

    StandardCheckVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ProgrammeChoice choice = ProgrammeChoice.of(session, overlay);
        Programme programme = choice.read();
        List<Path> files = choice.standardFiles(Words.text(standard));
        List<Problem> problems = new ArrayList<>();
        files.forEach(file -> problems.addAll(problems(file, programme)));
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        for (Path file : files) {
            session.say(Text.of("没有问题：" + file, "no problems: " + file));
        }
        return 0;
    }

    private static List<Problem> problems(Path file, Programme programme) {
        try {
            return StandardCheck.problems(StandardReader.read(file), file.toString(), programme);
        } catch (RefusedException e) {
            return e.problems();
        }
    }
}
