package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.util.function.Function;
import org.signalup.cli.internal.SpillFolder;
import org.signalup.cli.internal.Words;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import picocli.CommandLine.Option;

/** Options of the verbs that compute. */
final class EngineOptions {
    private static final String USUAL_MEMORY = "1GB";

    @Option(names = "--threads", paramLabel = "N")
    String threads;

    @Option(names = "--memory-limit", paramLabel = "SIZE")
    String memoryLimit;

    /** Does something with an engine that spills inside the lake. */
    <T> T with(Path lake, Function<Engine, T> work) {
        int count = Words.count("--threads", threads).orElse(0);
        String limit = Words.memory("--memory-limit", memoryLimit).orElse(USUAL_MEMORY);
        try (SpillFolder spill = SpillFolder.beside(lake.resolve("engine"));
                Engine engine = DuckDbEngine.open(count, limit, spill.path())) {
            return work.apply(engine);
        }
    }
}
