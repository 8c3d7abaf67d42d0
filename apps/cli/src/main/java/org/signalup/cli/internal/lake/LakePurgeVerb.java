package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.Words;
import org.signalup.domain.Text;
import org.signalup.lake.Lake;
import org.signalup.lake.Lake.Changed;
import org.signalup.standards.RetentionPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup lake purge}: takes away samples that were kept long enough. */
@Command(name = "purge", sortOptions = false)
final class LakePurgeVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Option(names = "--before", paramLabel = "DATE")
    String before;

    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    @Mixin
    EngineOptions compute = new EngineOptions();

    LakePurgeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Lake lake = write.open();
        Optional<LocalDate> day = Words.date("--before", before).or(() -> byPolicy(lake));
        if (day.isEmpty()) {
            session.say(
                    Text.of("retention.yml 没有规定采样的保存期，没有清理", "retention.yml says no end for samples; nothing purged"));
            return 0;
        }
        Changed changed = compute.with(write, engine -> lake.purge(day.get(), engine));
        session.say(said(day.get(), changed));
        return 0;
    }

    private Optional<LocalDate> byPolicy(Lake lake) {
        ReadOptions read = ReadOptions.of(programme, null);
        return RetentionPolicy.read(read.layers(session))
                .samplesDays()
                .map(days -> LocalDate.now(lake.view().zone()).minusDays(days));
    }

    /** What went. */
    static Text said(LocalDate day, Changed changed) {
        String dates = AddedText.dates(changed.dates());
        return Text.of(
                "%s 以前的采样已清理：%,d 行（文件 %d 个）；%s".formatted(day, changed.rows(), changed.files(), dates),
                "samples before %s purged: %,d rows (of %d files); %s"
                        .formatted(day, changed.rows(), changed.files(), dates));
    }
}
