package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.signalup.cli.internal.Words;
import org.signalup.engine.RemoteFiles;
import org.signalup.lake.Lake;
import picocli.CommandLine.Option;

/** Options of the verbs that change a lake. */
final class WriteOptions {
    @Option(names = "--lake", paramLabel = "DIR|URL", required = true, converter = Words.Named.class)
    String lake;

    @Option(names = "--wait", paramLabel = "SECONDS")
    String wait;

    @Option(names = "--work", paramLabel = "DIR")
    Path work;

    /** Where the lake is. */
    Path folder() {
        return RemoteFiles.path(lake);
    }

    /** Where files lie that are on their way to a lake behind a URL. */
    private Path workplace() {
        return Optional.ofNullable(work).orElse(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Beside which an engine spills: in the lake, if it is on a disk. */
    Path spill() {
        return RemoteFiles.isRemote(folder()) ? workplace().resolve("signalup") : folder().resolve("engine");
    }

    Lake open() {
        return patient(Lake.open(folder()));
    }

    Lake openOrCreate(ZoneId zone) {
        return patient(Lake.openOrCreate(folder(), zone));
    }

    private Lake patient(Lake opened) {
        Duration patience = Words.seconds("--wait", wait);
        return opened.waiting(patience).workingIn(workplace());
    }
}
