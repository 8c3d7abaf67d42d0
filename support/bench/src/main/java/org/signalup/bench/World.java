package org.signalup.bench;

import java.nio.file.Path;
import java.util.List;
import org.signalup.ledger.Ledger;

/**
 * A generated world: a ledger in memory and settled samples as Parquet, in arrival order.
 *
 * @param sampleFiles to be read one after the other; columns of {@code SampleSchema.READ}
 */
public record World(WorldSize size, long samples, Ledger ledger, List<Path> sampleFiles) {
    public World {
        sampleFiles = List.copyOf(sampleFiles);
    }
}
