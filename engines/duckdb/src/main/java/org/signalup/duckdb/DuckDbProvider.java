package org.signalup.duckdb;

import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.engine.EngineSettings;

/** Opens {@link DuckDbEngine}; found by its name {@code duckdb}. It works on this machine alone. */
public final class DuckDbProvider implements EngineProvider {
    /** Small enough for a laptop that does other things too. */
    private static final String USUAL_MEMORY = "1GB";

    @Override
    public String name() {
        return DuckDbEngine.NAME;
    }

    @Override
    public Engine open(EngineSettings settings) {
        return DuckDbEngine.open(
                settings.threads(), settings.memoryLimit().orElse(USUAL_MEMORY), settings.workFolder());
    }
}
