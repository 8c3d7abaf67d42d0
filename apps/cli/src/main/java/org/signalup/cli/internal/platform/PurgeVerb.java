package org.signalup.cli.internal.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.Computing;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.SpillFolder;
import org.signalup.domain.Text;
import org.signalup.engine.EngineProvider;
import org.signalup.privacy.Purge;
import org.signalup.privacy.Purged;
import org.signalup.standards.RetentionPolicy;
import org.signalup.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup purge}: takes away what a platform has kept long enough, while it runs or not, as it does itself every day. */
@Command(name = "purge", sortOptions = false)
public final class PurgeVerb implements Callable<Integer> {
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
        ReadOptions read = ReadOptions.of(programme, null);
        RetentionPolicy policy = RetentionPolicy.read(read.layers(session));
        Computing computing =
                new Computing(Computing.DUCKDB, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        EngineProvider provider = computing.provider();
        try (SpillFolder spill = computing.spill(folder.root().resolve("engine"))) {
            new Purge(
                            folder,
                            policy,
                            () -> computing.open(provider, spill),
                            read.programme(session).zone(),
                            Clock.systemUTC())
                    .purge()
                    .forEach(this::say);
        }
        return 0;
    }

    private void say(Purged one) {
        session.say(Text.of(
                "%s：清理 %,d %s（早于 %s，保存 %d 天）"
                        .formatted(
                                one.what().text().zh(),
                                one.removed(),
                                one.what().unit().zh(),
                                one.before(),
                                one.days()),
                "%s: %,d purged (older than %s, kept %d days)"
                        .formatted(one.what().text().en(), one.removed(), one.before(), one.days())));
    }
}
