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

    /** So little that the rows of a small world are exchanged between several tasks. */
    private static final long SMALL_PART_BYTES = 40_000;

    /** Holds the one Spark of the tests: starting it takes longer than a case. */
    private static Engine running;

    /**
     * Expressions are interpreted here: compiling them takes a third of the time of these small cases. The test of the
     * cluster and those of the command line compile them, as every run does.
     */
    @BeforeAll
    static void start() {
        System.setProperty("spark.sql.codegen.wholeStage", "false");
        System.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        running = SparkEngine.open(new EngineSettings(2, Optional.empty(), home, Optional.empty()));
    }

    @AfterAll
    static void stop() {
        running.close();
        System.clearProperty("spark.sql.codegen.wholeStage");
        System.clearProperty("spark.sql.codegen.factoryMode");
    }

    @Override
    protected Engine newEngine(int threads, Path spillFolder) {
        EngineSettings settings = new EngineSettings(threads, Optional.empty(), spillFolder, Optional.empty());
        // The cases with one thread are those others are held against: they are made the other way.
        return threads == 1 ? SparkEngine.open(settings, SMALL_PART_BYTES) : SparkEngine.open(settings);
    }

    /** A world in all shapes is six evaluations, half a minute each. */
    @Override
    protected int shapedWorlds() {
        return 1;
    }

    @Override
    protected Optional<BiFunction<Integer, Path, Engine>> yardstick() {
        return Optional.of((threads, spillFolder) -> DuckDbEngine.open(threads, "700MB", spillFolder));
    }
}
