package org.signalup.testkit;

import java.nio.file.Path;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;

class DuckDbLakeTest extends LakeSuite {
    @Override
    protected Engine newEngine(int threads, Path spillFolder) {
        return DuckDbEngine.open(threads, "700MB", spillFolder);
    }
}
