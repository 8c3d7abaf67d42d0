package org.signalup.bench.internal.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeView;

/** How many samples a lake holds, and how many different ones. */
public record LakeCount(long rows, long distinct) {
    /** Counts when there are as many as expected, or when patience ends. */
    public static LakeCount await(Path lake, long expected, Duration patience)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        LakeCount count = of(lake);
        while (count.rows < expected && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(2);
            count = of(lake);
        }
        return count;
    }

    private static LakeCount of(Path lake) throws IOException {
        if (!Lake.isIn(lake)) {
            return new LakeCount(0, 0);
        }
        LakeView view = Lake.open(lake).view();
        long[] counts = new long[2];
        try (Engine engine = DuckDbEngine.open(1, "500MB", Files.createTempDirectory("count"))) {
            view.attachSamples(engine, "s", view.dates());
            engine.forEach("SELECT COUNT(*), COUNT(DISTINCT session_id) FROM s", row -> {
                counts[0] = row.getLong(0);
                counts[1] = row.getLong(1);
            });
        }
        return new LakeCount(counts[0], counts[1]);
    }
}
