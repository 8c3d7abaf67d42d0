package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Predicate;

/** Rows that say when but not where, and where a track was at that time: {@code LON}, {@code LAT}, {@code FIX_AGE_S}. */
record Located(FlatRows rows, Track track, String timeName) implements FlatRows {
    @Override
    public void forEach(Predicate<FlatRow> handler) throws IOException {
        rows.forEach(row -> {
            locate(row);
            return handler.test(row);
        });
    }

    private void locate(FlatRow row) {
        try {
            String time = row.values().get(timeName);
            if (time != null) {
                track.locate(TrackFile.time(time).toEpochMilli(), row.values());
            }
        } catch (DateTimeException e) {
            // The row is refused for its time later, in the words of every format.
        }
    }
}
