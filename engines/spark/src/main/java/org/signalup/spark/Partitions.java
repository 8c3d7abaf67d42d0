package org.signalup.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * In how many parts rows are exchanged between tasks: as many as the datasets at hand ask for. Small ones stay in one part, which
 * spares every exchange and the replanning after it; a large one is cut so that a part fits in the memory of a task.
 */
final class Partitions {
    /** Bytes of Parquet for each part. */
    static final long USUAL_PART_BYTES = 4L << 20;

    private static final int MOST = 1_000;

    private final SparkSession session;
    private final long partBytes;
    private final Map<String, Long> held = new HashMap<>();
    private long parts;

    Partitions(SparkSession session, long partBytes) {
        this.session = session;
        this.partBytes = partBytes;
        choose();
    }

    void hold(String name, List<Path> files) {
        held.put(name, files.stream().mapToLong(Partitions::bytes).sum());
        choose();
    }

    void release(String name) {
        held.remove(name);
        choose();
    }

    private void choose() {
        long bytes = held.values().stream().mapToLong(Long::longValue).sum();
        long wanted = Math.min(MOST, 1 + bytes / partBytes);
        if (wanted != parts) {
            parts = wanted;
            session.conf().set("spark.sql.shuffle.partitions", parts);
            session.conf().set("spark.sql.adaptive.enabled", parts > 1);
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
