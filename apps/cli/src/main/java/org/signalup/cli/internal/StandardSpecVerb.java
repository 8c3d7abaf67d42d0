package org.signalup.cli.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.terminal.Style;
import org.signalup.domain.Text;
import org.signalup.evaluate.SpecCases;
import org.signalup.standards.SpecCase;
import org.signalup.standards.SpecOutcome;
import org.signalup.standards.SpecRunner;
import org.signalup.standards.Standard;
import org.signalup.standards.StandardReader;
import org.signalup.standards.Standards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalup standard spec}: runs the worked examples beside a standard; exit code 1 when one does not come out as written. */
@Command(name = "spec")
final class StandardSpecVerb implements Callable<Integer> {
    private static final String SPEC_SUFFIX = ".spec.yml";

    private final Session session;

    @Parameters(paramLabel = "ID|FILE", arity = "0..1", descriptionKey = "standard")
    String standard;

    @Option(names = "--programme", paramLabel = "DIR")
    Path overlay;

    StandardSpecVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ProgrammeChoice choice = ProgrammeChoice.of(session, overlay);
        List<Path> standards = choice.standardFiles(Words.text(standard).map(StandardSpecVerb::standardBeside));
        boolean allPassed = true;
        for (Path file : standards) {
            Optional<Path> spec = Standards.specOf(file);
            if (spec.isPresent()) {
                allPassed &= run(StandardReader.read(file), spec.get());
            } else {
                session.say(Text.of("没有算例：" + file, "no worked examples: " + file));
            }
        }
        return allPassed ? 0 : Failures.REFUSED;
    }

    /** A file of examples stands for the standard it lies beside. */
    private static String standardBeside(String idOrFile) {
        return idOrFile.endsWith(SPEC_SUFFIX)
                ? idOrFile.substring(0, idOrFile.length() - SPEC_SUFFIX.length()) + ".yml"
                : idOrFile;
    }

    private boolean run(Standard standard, Path spec) {
        List<SpecOutcome> failed = SpecRunner.load(spec).stream()
                .map(specCase -> SpecRunner.run(specCase, standard, new SpecCases()))
                .filter(outcome -> !outcome.passed())
                .toList();
        failed.forEach(this::tell);
        int cases = SpecRunner.load(spec).size();
        int passed = cases - failed.size();
        session.say(Text.of(
                "%s：%d 个算例，%d 个与所写一致".formatted(spec, cases, passed),
                "%s: %d examples, %d came out as written".formatted(spec, cases, passed)));
        return failed.isEmpty();
    }

    private void tell(SpecOutcome outcome) {
        PrintStream err = session.terminal().err();
        SpecCase specCase = outcome.specCase();
        String title =
                specCase.file() + ":" + specCase.line() + ": " + specCase.name().in(session.language());
        err.println(session.terminal().err(Style.BAD, title));
        for (Text difference : outcome.differences()) {
            err.println("  " + difference.in(session.language()));
        }
    }
}
