package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.terminal.Style;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Text;
import org.signalup.publish.Report;
import org.signalup.web.WebOptions;
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

    @Option(names = "--port", paramLabel = "N", defaultValue = "" + WebOptions.USUAL_PORT)
    int port;

    @Option(names = "--no-serve")
    boolean noServe;

    DemoVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Example> examples = Example.list(session.home().resolve("examples"));
        EvaluationRun run = new EvaluationRun(session, quiet);
        for (Example example : examples) {
            if (!quiet) {
                title(example);
            }
            run.run(example.order(session.home(), out.resolve(example.id())));
        }
        session.say(Text.of("\n全部报告：", "\nAll reports:"));
        for (Example example : examples) {
            Path report = out.resolve(example.id())
                    .resolve(Report.FILE)
                    .toAbsolutePath()
                    .normalize();
            session.terminal().out().println("  " + Terminal.clean(report.toString()));
        }
        if (!noServe) {
            ServeVerb.serve(session, WebOptions.of(out, port));
        }
        return 0;
    }

    private void title(Example example) {
        String name = example.name().in(session.language());
        String simulated = Text.of("模拟", "simulated").in(session.language());
        boolean unsaid = example.simulated() && !name.contains(simulated);
        String title = "\n== " + name + (unsaid ? " (" + simulated + ")" : "") + " ==";
        session.terminal().out().println(session.terminal().out(Style.HEADING, title));
    }
}
