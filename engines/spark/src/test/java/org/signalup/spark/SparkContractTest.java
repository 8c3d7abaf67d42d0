package org.signalup.spark;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineSettings;
import org.signalup.testkit.ContractSuite;

class SparkContractTest extends ContractSuite {
    @TempDir
    static Path home;

    /** Holds the one Spark of the tests: starting it takes longer than a case. */
    private static Engine running;

    @BeforeAll
    static void start() {
        running = SparkEngine.open(new EngineSettings(2, Optional.empty(), home, Optional.empty()));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Override
    protected Engine newEngine(int threads, Path spillFolder) {
        return SparkEngine.open(new EngineSettings(threads, Optional.empty(), spillFolder, Optional.empty()));
    }

    @Override
    protected Optional<BiFunction<Integer, Path, Engine>> yardstick() {
        return Optional.of((threads, spillFolder) -> DuckDbEngine.open(threads, "700MB", spillFolder));
    }
}
