package org.signalup.spark;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineSettings;
import org.signalup.testkit.LakeSuite;

/** A lake that Spark fills and evaluates gives the bytes that DuckDB gives of the files. */
class SparkLakeTest extends LakeSuite {
    @TempDir
    static Path home;

    /** Holds the one Spark of the tests. */
    private static Engine running;

    /** Expressions are interpreted, as in the contract test: compiling them takes longer than these small cases. */
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
        return SparkEngine.open(new EngineSettings(threads, Optional.empty(), spillFolder, Optional.empty()));
    }

    @Override
    protected Engine newYardstick(int threads, Path spillFolder) {
        return DuckDbEngine.open(threads, "700MB", spillFolder);
    }

    /** Spark takes seconds for what DuckDB does in tenths of one. */
    @Override
    protected int worlds() {
        return 1;
    }
}
