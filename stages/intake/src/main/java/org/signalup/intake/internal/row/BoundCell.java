package org.signalup.intake.internal.row;

import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;

/** One column of a file, ready to read its cells into a {@link SampleRow}. */
public abstract class BoundCell {
    final SampleColumn column;
    final int slot;
    private final int cell;

    BoundCell(SampleColumn column, int cell) {
        this.column = column;
        this.cell = cell;
        this.slot = column.fills().isEmpty() ? -1 : Slot.of(column.fills());
    }

    public SampleColumn column() {
        return column;
    }

    /** Position in the record; -1 for a constant. */
    public int cell() {
        return cell;
    }

    /** Reads {@code bytes[start, end)}, trimmed and not empty. */
    public abstract void read(byte[] bytes, int start, int end, SampleRow row);

    /** Whether an earlier column or the row already has this value. */
    public boolean filled(SampleRow row) {
        return row.has(slot) || row.texts[slot] != null;
    }

    void refuse(SampleRow row, RejectCode code) {
        row.refuse(code, column, cell);
    }
}
