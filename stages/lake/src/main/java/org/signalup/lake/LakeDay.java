package org.signalup.lake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Samples of one date.
 *
 * @param batches ids of the batches that have rows of this date
 * @param digest stands for the rows of the date: another digest for other rows, the same before and after compaction
 * @param parts Parquet files with those columns of {@link org.signalup.intake.SampleSchema#READ} that something is in
 */
public record LakeDay(LocalDate date, List<String> batches, long rows, long bytes, String digest, List<Path> parts) {
    public LakeDay {
        batches = List.copyOf(batches);
        parts = List.copyOf(parts);
    }
}
