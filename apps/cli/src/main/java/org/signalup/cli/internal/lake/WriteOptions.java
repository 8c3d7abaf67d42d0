package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.signalup.cli.internal.Words;
import org.signalup.lake.Lake;
import picocli.CommandLine.Option;

/** Options of the verbs that change a lake. */
final class WriteOptions {
    @Option(names = "--lake", paramLabel = "DIR", required = true)
    Path folder;

    @Option(names = "--wait", paramLabel = "SECONDS")
    String wait;

    Lake open() {
        Duration patience = Words.seconds("--wait", wait);
        return Lake.open(folder).waiting(patience);
    }

    Lake openOrCreate(ZoneId zone) {
        Duration patience = Words.seconds("--wait", wait);
        return Lake.openOrCreate(folder, zone).waiting(patience);
    }
}
