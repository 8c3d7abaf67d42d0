package org.signalup.web.internal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;

/** The engine pages ask with. They read little at a time; what does not fit is read again. */
public final class PageEngine {
    private static final String MEMORY = "1GB";

    private PageEngine() {}

    /** A session of its own. */
    public static Engine open() {
        return open(0, MEMORY);
    }

    /**
     * One that takes less.
     *
     * @param threads 0 = one per core
     * @param memoryLimit beyond it, what does not fit goes to disk
     */
    public static Engine open(int threads, String memoryLimit) {
        try {
            Path spill = Files.createTempDirectory("signalup-pages");
            spill.toFile().deleteOnExit();
            return DuckDbEngine.open(threads, memoryLimit, spill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
