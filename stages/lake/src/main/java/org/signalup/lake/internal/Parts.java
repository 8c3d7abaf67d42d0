package org.signalup.lake.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.signalup.engine.Engine;
import org.signalup.intake.SampleSchema;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeState.StoredFile;

/** Writes files of a lake; numbers of parts are used once. */
final class Parts {
    private static final String READ_AGAIN = "lake_part";
    private static final String TABLE = ".parquet";

    private final Writing writing;
    private final Engine engine;
    private int next;

    Parts(Writing writing, Engine engine, LakeState before) {
        this.writing = writing;
        this.engine = engine;
        this.next = before.nextPart();
    }

    /** The number that the next part gets. */
    int next() {
        return next;
    }

    /** Samples of a date as a part. */
    StoredFile write(LocalDate date, String query, long rows) {
        Path file = writing.workFile("part.parquet");
        engine.export(query, file, LakeTables.GROUP_ROWS);
        String path = LakeFolder.PARTS + "/" + date + "/%08d".formatted(next++) + writing.tail() + TABLE;
        return writing.store(file, path, rows);
    }

    /** The rows of parts of one date that meet a condition, as one part of as many rows. */
    StoredFile rewrite(List<Part> parts, String condition) {
        LocalDate date = parts.get(0).date();
        attach(parts);
        long rows = engine.number("SELECT COUNT(*) FROM " + READ_AGAIN + " WHERE " + condition);
        StoredFile file =
                write(date, LakeTables.sorted(SampleSchema.filled(engine, READ_AGAIN), READ_AGAIN, condition, 0), rows);
        engine.drop(READ_AGAIN);
        return file;
    }

    /** Makes the rows of parts known as the dataset it names. */
    String attach(List<Part> parts) {
        List<Path> files = parts.stream()
                .map(part -> writing.folder().resolve(part.file().path()))
                .toList();
        Reading.attachSamples(engine, READ_AGAIN, files);
        return READ_AGAIN;
    }

    /** A table of a batch; another than the first has a number in its name. */
    StoredFile table(String batch, String name, String query) {
        Path file = writing.workFile("table.parquet");
        engine.export(query, file);
        engine.attach("stored", List.of(file));
        long rows = engine.count("stored");
        engine.drop("stored");
        String place = LakeFolder.BATCHES + "/" + batch + "/" + name;
        String path = place + writing.tail() + TABLE;
        boolean taken = writing.folder().exists(path);
        return writing.store(file, taken ? place + "-%08d".formatted(next++) + writing.tail() + TABLE : path, rows);
    }

    /** Statistics of the devices of a batch, from its samples. */
    StoredFile devices(Batch batch, LakeState state) {
        List<Part> own =
                state.parts().stream().filter(part -> part.holds(batch.id())).toList();
        String samples = attach(own);
        String rows = "(SELECT * FROM " + samples + " WHERE file_no >= " + batch.firstFile() + " AND file_no <= "
                + batch.lastFile() + ") AS s";
        return table(batch.id(), "devices", LakeTables.devices(rows));
    }

    /** SQL: rows of none of these batches. */
    static String without(Collection<Batch> batches) {
        StringBuilder condition = new StringBuilder("file_no > 0");
        for (Batch batch : batches) {
            condition
                    .append(" AND (file_no < ")
                    .append(batch.firstFile())
                    .append(" OR file_no > ")
                    .append(batch.lastFile())
                    .append(')');
        }
        return condition.toString();
    }
}
