package org.signalup.intake.internal.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signalup.engine.Engine;
import org.signalup.intake.SampleSchema;
import org.signalup.parquet.ParquetFile;

/** The dataset of samples read: Parquet parts in the work folder, which the engine then reads, so that memory stays bounded. */
public final class SampleTable {
    private static final int ROWS_PER_PART = 4_000_000;

    private final Engine engine;
    private final Path folder;
    private final int rowsPerPart;
    private final List<Path> parts = new ArrayList<>();
    private ParquetFile part;
    private int rows;

    /** @param folder where parts go; they must stay as long as the dataset is used */
    public SampleTable(Engine engine, Path folder) {
        this(engine, folder, ROWS_PER_PART);
    }

    SampleTable(Engine engine, Path folder, int rowsPerPart) {
        this.engine = engine;
        this.folder = folder;
        this.rowsPerPart = rowsPerPart;
    }

    /** Adds the row as record {@code rowNo} of file {@code fileNo}. */
    public void add(SampleRow row, int fileNo, long rowNo) {
        row.numbers[Slot.FILE_NO] = fileNo;
        row.numbers[Slot.ROW_NO] = rowNo;
        try {
            open();
            put(row);
            part.endRow();
            if (++rows == rowsPerPart) {
                closePart();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A missing number is put like any other: asking which there are costs more than writing them down. */
    private void put(SampleRow row) {
        for (int slot : row.numberSlots) {
            part.put(slot, row.numbers[slot]);
        }
        for (int slot : row.textSlots) {
            if (row.texts[slot] != null) {
                part.put(slot, row.texts[slot]);
            }
        }
    }

    /** Publishes the dataset. */
    public void finish() {
        closePart();
        engine.attach(SampleSchema.READ, parts);
    }

    /** Forgets everything added. */
    public void abandon() {
        try {
            closePart();
            for (Path file : parts) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        if (part == null) {
            Files.createDirectories(folder);
            Path file = folder.resolve(String.format("samples-%05d.parquet", parts.size() + 1));
            parts.add(file);
            part = ParquetFile.ofFilledColumns(file, SampleSchema.READ);
        }
    }

    private void closePart() {
        if (part == null) {
            return;
        }
        ParquetFile whole = part;
        part = null;
        rows = 0;
        try {
            whole.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
