package org.signalup.intake.internal.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.TableWriter;
import org.signalup.intake.SampleSchema;

/** The dataset of samples read. Stays a table while small; beyond that goes to Parquet part by part, so that memory stays bounded. */
public final class SampleTable {
    private static final int ROWS_PER_PART = 2_000_000;
    private static final String NAME = SampleSchema.READ.name();

    private final Engine engine;
    private final Path folder;
    private final int rowsPerPart;
    private final byte[] kinds = kinds();
    private final List<Path> parts = new ArrayList<>();
    private TableWriter writer;
    private int rows;

    /** @param folder where parts go */
    public SampleTable(Engine engine, Path folder) {
        this(engine, folder, ROWS_PER_PART);
    }

    SampleTable(Engine engine, Path folder, int rowsPerPart) {
        this.engine = engine;
        this.folder = folder;
        this.rowsPerPart = rowsPerPart;
        this.writer = engine.create(SampleSchema.READ);
    }

    /** Adds the row as record {@code rowNo} of file {@code fileNo}. */
    public void add(SampleRow row, int fileNo, long rowNo) {
        row.numbers[Slot.FILE_NO] = fileNo;
        row.numbers[Slot.ROW_NO] = rowNo;
        for (int slot = 0; slot < kinds.length; slot++) {
            put(row, slot);
        }
        writer.endRow();
        if (++rows == rowsPerPart) {
            writer.close();
            export();
            writer = engine.create(SampleSchema.READ);
            rows = 0;
        }
    }

    /** Publishes the dataset. */
    public void finish() {
        writer.close();
        if (!parts.isEmpty()) {
            export();
            engine.attach(NAME, parts);
        }
    }

    /** Forgets everything added. */
    public void abandon() {
        writer.close();
        engine.drop(NAME);
    }

    private void put(SampleRow row, int slot) {
        long number = row.numbers[slot];
        switch (kinds[slot]) {
            case 'T' -> writer.put(row.texts[slot]);
            default -> {
                if (number == SampleRow.MISSING) {
                    writer.putNull();
                } else if (kinds[slot] == 'I') {
                    writer.put((int) number);
                } else if (kinds[slot] == 'L') {
                    writer.put(number);
                } else {
                    writer.put(number != 0);
                }
            }
        }
    }

    private void export() {
        Path part = folder.resolve(String.format("samples-%05d.parquet", parts.size() + 1));
        engine.export("SELECT * FROM " + NAME, part);
        engine.drop(NAME);
        parts.add(part);
    }

    private static byte[] kinds() {
        List<Column> columns = SampleSchema.READ.columns();
        byte[] kinds = new byte[columns.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = switch (columns.get(i).type()) {
                case INT -> 'I';
                case BIGINT -> 'L';
                case BOOLEAN -> 'B';
                case VARCHAR, DOUBLE -> 'T';
            };
        }
        return kinds;
    }
}
