package org.signalup.spark;

import java.nio.file.Path;
import java.util.Optional;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineSettings;
import org.signalup.testkit.EngineSuite;

class SparkEngineTest extends EngineSuite {
    @Override
    protected Engine newEngine(Path spillFolder) {
        return SparkEngine.open(new EngineSettings(2, Optional.empty(), spillFolder, Optional.empty()));
    }
}
