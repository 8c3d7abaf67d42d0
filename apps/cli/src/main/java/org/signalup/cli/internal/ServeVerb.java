package org.signalup.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.signalup.domain.Text;
import org.signalup.web.WebOptions;
import org.signalup.web.WebServer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code signalup serve}: the pages over a folder of evaluations, or the platform people sign in to over a data folder, until
 * interrupted.
 */
@Command(name = "serve", sortOptions = false)
final class ServeVerb implements Callable<Integer> {
    private final Session session;

    @ArgGroup(multiplicity = "1")
    Folder folder;

    /** One or the other. */
    static final class Folder {
        @Option(names = "--evaluations", paramLabel = "DIR", required = true)
        Path evaluations;

        @Option(names = "--data", paramLabel = "DIR", required = true)
        Path data;
    }

    @Option(names = "--port", paramLabel = "N", defaultValue = "" + WebOptions.USUAL_PORT)
    int port;

    @Option(names = "--address", paramLabel = "A")
    String address;

    @Option(names = "--backdrop", paramLabel = "FILE")
    Path backdrop;

    @Option(names = "--map-review-number", paramLabel = "TEXT")
    String mapReviewNumber;

    ServeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (mapReviewNumber != null && !mapReviewNumber.isBlank() && backdrop == null) {
            throw Words.wrong(
                    "--map-review-number",
                    mapReviewNumber,
                    Text.of(
                            "与 --backdrop 同用：审图号属于您提供的底图，自带示意底图没有审图号",
                            "together with --backdrop: the number belongs to a backdrop of yours, the built-in sketch has none"));
        }
        WebOptions options = folder.data == null ? reader() : platform();
        serve(session, options.withBackdrop(Optional.ofNullable(backdrop), Optional.ofNullable(mapReviewNumber)));
        return 0;
    }

    private WebOptions reader() {
        if (!Files.isDirectory(folder.evaluations)) {
            throw Words.wrong(
                    "--evaluations", folder.evaluations.toString(), Text.of("存放评测结果的文件夹", "a folder of evaluations"));
        }
        if (address != null) {
            throw Words.wrong(
                    "--address",
                    address,
                    Text.of(
                            "与 --data 同用：没有账号的页面只在本机打开",
                            "together with --data: pages without accounts stay on this machine"));
        }
        return WebOptions.of(folder.evaluations, port);
    }

    private WebOptions platform() {
        if (Files.exists(folder.data) && !Files.isDirectory(folder.data)) {
            throw Words.wrong("--data", folder.data.toString(), Text.of("文件夹", "a folder"));
        }
        return WebOptions.platform(folder.data, Words.text(address).orElse(WebOptions.LOCAL), port);
    }

    /** Serves until the process is interrupted. */
    static void serve(Session session, WebOptions options) throws InterruptedException {
        try (WebServer server = WebServer.start(options)) {
            session.say(Text.of("\n页面已就绪：", "\nPages are ready: "), server.url());
            server.firstCode().ifPresent(code -> sayFirstCode(session, server.url(), code));
            session.say(Text.of("按 Ctrl+C 结束。", "Press Ctrl+C to stop."));
            session.terminal().out().flush();
            Thread.currentThread().join();
        }
    }

    private static void sayFirstCode(Session session, String url, String code) {
        session.say(Text.of("平台还没有账号。请打开 ", "There is no account yet. Open "), url + "/first");
        session.say(Text.of("用这个启动码建立首个账号（只能用一次）：", "and make the first with this code (good once): "), code);
    }
}
