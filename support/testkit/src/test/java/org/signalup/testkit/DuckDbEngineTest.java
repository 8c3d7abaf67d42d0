package org.signalup.testkit;

import java.nio.file.Path;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;

class DuckDbEngineTest extends EngineSuite {
    @Override
    protected Engine newEngine(Path spillFolder) {
        return DuckDbEngine.open(2, "500MB", spillFolder);
    }
}
