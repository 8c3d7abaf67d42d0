package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.cli.internal.Computing;
import org.signalup.cli.internal.SpillFolder;
import org.signalup.cli.internal.UsageException;
import org.signalup.cli.internal.Words;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.engine.RemoteFiles;
import picocli.CommandLine.Option;

/** Options of the verbs that compute. */
final class EngineOptions {
    @Option(names = "--threads", paramLabel = "N")
    String threads;

    @Option(names = "--memory-limit", paramLabel = "SIZE")
    String memoryLimit;

    @Option(names = "--master", paramLabel = "URL")
    String master;

    /** Does something with an engine that spills inside the lake; with Spark if the lake is where only Spark reads. */
    <T> T with(WriteOptions write, Function<Engine, T> work) {
        Path lake = write.folder();
        boolean remote = RemoteFiles.isRemote(lake);
        Optional<String> url = Computing.master(master);
        if (url.isPresent() && !remote) {
            throw new UsageException(Text.of("--master 用于 URL 上的数据湖", "--master goes with a lake behind a URL"));
        }
        Computing computing = new Computing(
                remote ? Computing.SPARK : Computing.DUCKDB,
                url,
                Optional.empty(),
                Words.count("--threads", threads),
                Words.memory("--memory-limit", memoryLimit));
        EngineProvider provider = computing.provider();
        try (SpillFolder spill = computing.spill(write.spill());
                Engine engine = computing.open(provider, spill)) {
            return work.apply(engine);
        }
    }
}
