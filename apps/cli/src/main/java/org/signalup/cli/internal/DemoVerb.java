package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.terminal.Style;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Text;
import org.signalup.publish.Report;
import org.signalup.web.WebOptions;
import org.signalup.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalup demo}: evaluates the shipped examples, one after the other, and serves the pages. */
@Command(name = "demo")
final class DemoVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "demo-out")
    Path out;

    @Option(names = {"-q", "--quiet"})
    boolean quiet;

    @Option(names = "--only", paramLabel = "NAME", split = ",")
    List<String> only = List.of();

    @Option(names = "--port", paramLabel = "N", defaultValue = "" + WebOptions.USUAL_PORT)
    int port;

    @Option(names = "--no-serve")
    boolean noServe;

    DemoVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!noServe) {
            WebServer.checkPort(WebOptions.of(out, port));
        }
        List<Example> examples = chosen(Example.list(session.home().resolve("examples")));
        EvaluationRun run = new EvaluationRun(session, quiet);
        List<Path> evaluations = new ArrayList<>();
        for (Example example : examples) {
            if (!quiet) {
                title(example);
            }
            if (example.simulation().isPresent()) {
                evaluations.addAll(new SimulatedExample(session, example, quiet).run(run, out));
            } else {
                run.run(example.order(session.home(), out.resolve(example.id())));
                evaluations.add(out.resolve(example.id()));
            }
        }
        session.say(Text.of("\n全部报告：", "\nAll reports:"));
        for (Path evaluation : evaluations) {
            Path report = evaluation.resolve(Report.FILE).toAbsolutePath().normalize();
            session.terminal().out().println("  " + Terminal.clean(report.toString()));
        }
        if (!noServe) {
            ServeVerb.serve(session, WebOptions.of(out, port));
        }
        return 0;
    }

    private List<Example> chosen(List<Example> all) {
        List<String> known = all.stream().map(Example::id).toList();
        for (String name : only) {
            if (!known.contains(name)) {
                String names = String.join(", ", known);
                throw Words.wrong("--only", name, Text.same(names));
            }
        }
        return all.stream()
                .filter(example -> only.isEmpty() || only.contains(example.id()))
                .toList();
    }

    private void title(Example example) {
        String name = example.name().in(session.language());
        String simulated = Text.of("模拟", "simulated").in(session.language());
        boolean unsaid = example.simulated() && !name.contains(simulated);
        String title = "\n== " + name + (unsaid ? " (" + simulated + ")" : "") + " ==";
        session.terminal().out().println(session.terminal().out(Style.HEADING, title));
    }
}
