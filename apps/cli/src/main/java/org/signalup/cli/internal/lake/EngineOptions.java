package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.cli.internal.Computing;
import org.signalup.cli.internal.SpillFolder;
import org.signalup.cli.internal.Words;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import picocli.CommandLine.Option;

/** Options of the verbs that compute. */
final class EngineOptions {
    @Option(names = "--threads", paramLabel = "N")
    String threads;

    @Option(names = "--memory-limit", paramLabel = "SIZE")
    String memoryLimit;

    /** Does something with an engine that spills inside the lake. */
    <T> T with(Path lake, Function<Engine, T> work) {
        Computing computing = new Computing(
                Computing.DUCKDB,
                Optional.empty(),
                Optional.empty(),
                Words.count("--threads", threads),
                Words.memory("--memory-limit", memoryLimit));
        EngineProvider provider = computing.provider();
        try (SpillFolder spill = computing.spill(lake.resolve("engine"));
                Engine engine = computing.open(provider, spill)) {
            return work.apply(engine);
        }
    }
}
