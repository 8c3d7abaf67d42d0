package org.signalup.spark;

import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.engine.EngineSettings;

/** Opens {@link SparkEngine}; found by its name {@code spark}. */
public final class SparkProvider implements EngineProvider {
    @Override
    public String name() {
        return SparkEngine.NAME;
    }

    @Override
    public Engine open(EngineSettings settings) {
        return SparkEngine.open(settings);
    }
}
