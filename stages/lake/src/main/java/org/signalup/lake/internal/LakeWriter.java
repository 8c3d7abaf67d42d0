package org.signalup.lake.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake.Added;

/** Everything that changes a lake; each call takes the right to write for itself. */
public final class LakeWriter {
    private final LakeFolder folder;
    private final Duration patience;

    /** @param patience how long to wait for another writer to end */
    public LakeWriter(LakeFolder folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** Makes an empty lake where there is none. */
    public static void create(LakeFolder folder, String zone) {
        Writing.create(folder, zone);
    }

    public Added add(List<Path> inputs, Predicate<Path> wanted, IntakeOptions options, Engine engine) {
        try (Writing writing = Writing.begin(folder, patience)) {
            return new Adding(writing, engine).add(inputs, wanted, options);
        }
    }
}
