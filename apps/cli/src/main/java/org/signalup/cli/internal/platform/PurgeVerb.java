package org.signalup.cli.internal.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.signalup.cli.internal.Computing;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.SpillFolder;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.lake.Lake;
import org.signalup.lake.Lake.Changed;
import org.signalup.standards.RetentionPolicy;
import org.signalup.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup purge}: takes away what a platform has kept long enough, while it runs or not. */
@Command(name = "purge", sortOptions = false)
public final class PurgeVerb implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Session session;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    public PurgeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DataFolder folder = data.data();
        RetentionPolicy policy =
                RetentionPolicy.read(ReadOptions.of(programme, null).layers(session));
        if (Lake.isIn(folder.lake())) {
            policy.samplesDays().ifPresent(days -> samples(folder.lake(), days));
        }
        files(folder.uploads(), policy.uploadsDays(), Text.of("上传的原始文件", "raw uploads"));
        files(folder.inbox().resolve("damaged"), policy.damagedDays(), Text.of("损坏的消息", "damaged messages"));
        return 0;
    }

    private void samples(Path folder, int days) {
        Lake lake = Lake.open(folder).waiting(PATIENCE);
        LocalDate day = LocalDate.now(lake.view().zone()).minusDays(days);
        Computing computing =
                new Computing(Computing.DUCKDB, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        EngineProvider provider = computing.provider();
        try (SpillFolder spill = computing.spill(folder.resolve("engine"));
                Engine engine = computing.open(provider, spill)) {
            Changed changed = lake.purge(day, engine);
            session.say(Text.of(
                    "%s 以前的采样：清理 %,d 行，%d 天"
                            .formatted(day, changed.rows(), changed.dates().size()),
                    "samples before %s: %,d rows of %d days purged"
                            .formatted(day, changed.rows(), changed.dates().size())));
        }
    }

    /** Files that did not change since; folders stay. */
    private void files(Path folder, Optional<Integer> days, Text what) {
        if (days.isEmpty() || !Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = Instant.now().minus(Duration.ofDays(days.get()));
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> old = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().lastModified() < oldest.toEpochMilli())
                    .toList();
            for (Path file : old) {
                Files.delete(file);
            }
            session.say(Text.of(
                    "%s：清理 %,d 个（早于 %d 天）".formatted(what.zh(), old.size(), days.get()),
                    "%s: %,d purged (older than %d days)".formatted(what.en(), old.size(), days.get())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
