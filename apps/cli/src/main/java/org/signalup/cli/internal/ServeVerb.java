package org.signalup.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.signalup.domain.Text;
import org.signalup.web.WebOptions;
import org.signalup.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalup serve}: the pages over a folder of evaluations, until interrupted. */
@Command(name = "serve", sortOptions = false)
final class ServeVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--evaluations", paramLabel = "DIR", required = true)
    Path evaluations;

    @Option(names = "--port", paramLabel = "N", defaultValue = "" + WebOptions.USUAL_PORT)
    int port;

    @Option(names = "--backdrop", paramLabel = "FILE")
    Path backdrop;

    @Option(names = "--map-review-number", paramLabel = "TEXT")
    String mapReviewNumber;

    ServeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isDirectory(evaluations)) {
            throw Words.wrong(
                    "--evaluations", evaluations.toString(), Text.of("存放评测结果的文件夹", "a folder of evaluations"));
        }
        if (mapReviewNumber != null && !mapReviewNumber.isBlank() && backdrop == null) {
            throw Words.wrong(
                    "--map-review-number",
                    mapReviewNumber,
                    Text.of(
                            "与 --backdrop 同用：审图号属于您提供的底图，自带示意底图没有审图号",
                            "together with --backdrop: the number belongs to a backdrop of yours, the built-in sketch has none"));
        }
        serve(
                session,
                new WebOptions(
                        evaluations,
                        WebOptions.LOCAL,
                        port,
                        Optional.ofNullable(backdrop),
                        Optional.ofNullable(mapReviewNumber)));
        return 0;
    }

    /** Serves until the process is interrupted. */
    static void serve(Session session, WebOptions options) throws InterruptedException {
        try (WebServer server = WebServer.start(options)) {
            session.say(Text.of("\n页面已就绪：", "\nPages are ready: "), server.url());
            session.say(Text.of("按 Ctrl+C 结束。", "Press Ctrl+C to stop."));
            session.terminal().out().flush();
            Thread.currentThread().join();
        }
    }
}
