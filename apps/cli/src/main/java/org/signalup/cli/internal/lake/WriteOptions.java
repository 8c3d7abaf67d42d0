package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.signalup.cli.internal.Words;
import org.signalup.domain.Text;
import org.signalup.lake.Lake;
import picocli.CommandLine.Option;

/** Options of the verbs that change a lake. */
final class WriteOptions {
    @Option(names = "--lake", paramLabel = "DIR", required = true)
    Path folder;

    @Option(names = "--wait", paramLabel = "SECONDS")
    String wait;

    Lake open() {
        Duration patience = patience();
        return Lake.open(folder).waiting(patience);
    }

    Lake openOrCreate(ZoneId zone) {
        Duration patience = patience();
        return Lake.openOrCreate(folder, zone).waiting(patience);
    }

    private Duration patience() {
        String text = Words.text(wait).orElse("0");
        if (!text.matches("[0-9]{1,6}")) {
            throw Words.wrong("--wait", text, Text.of("秒数，如 60", "seconds, for example 60"));
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
