package org.signalup.bench;

import java.nio.file.Path;
import java.util.List;
import org.signalup.engine.Engine;
import org.signalup.intake.SampleSchema;
import org.signalup.ledger.Ledger;

/**
 * A generated world: a ledger in memory and settled samples as Parquet, in arrival order.
 *
 * @param sampleFiles to be read one after the other; those columns of {@code SampleSchema.READ} that something is in
 */
public record World(WorldSize size, long samples, Ledger ledger, List<Path> sampleFiles) {
    public World {
        sampleFiles = List.copyOf(sampleFiles);
    }

    /** Makes {@code dataset} the samples. */
    public void attach(Engine engine, String dataset) {
        engine.attach(SampleSchema.READ.named(dataset), sampleFiles);
    }
}
