package org.signalup.intake.internal.row;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.signalup.geo.Crs;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;
import org.signalup.parquet.KnownText;
import org.signalup.parquet.ParquetFile;

/** The row being read, reused for every record: numbers and texts by {@link Slot}, or the first reason to refuse it. */
public final class SampleRow {
    /** No value. */
    public static final long MISSING = ParquetFile.NULL;

    final long[] numbers = new long[Slot.COUNT];
    final KnownText[] texts = new KnownText[Slot.COUNT];
    /** The slots that rows of this file may fill. */
    final int[] numberSlots;

    final int[] textSlots;
    /** Position as given, times 1e7, in whatever system {@link #crs} says. */
    long x;

    long y;
    Crs crs;
    /** The operator cell says that there is no network: the operator of the file stands in. */
    boolean operatorOfFile;

    long deviceKey;
    /** The registered instrument that the device is, or null. */
    KnownText deviceInstrument;

    long sessionKey;
    /** How many levels were marks of "not measured". */
    int notMeasured;
    /** In a system for China, and not in China. */
    boolean outsideShift;

    private RejectCode reject;
    private SampleColumn rejectColumn;
    private int rejectCell;

    /** @param columns those a file has, constants included */
    public SampleRow(Set<SampleColumn> columns) {
        Set<Integer> slots = new TreeSet<>(Slot.OF_EVERY_ROW);
        columns.stream()
                .filter(column -> !column.fills().isEmpty())
                .forEach(column -> slots.add(Slot.of(column.fills())));
        if (columns.contains(SampleColumn.DEVICE_ID)) {
            slots.add(Slot.INSTRUMENT_ID);
        }
        this.textSlots =
                slots.stream().filter(Slot::isText).mapToInt(Integer::intValue).toArray();
        this.numberSlots = slots.stream()
                .filter(slot -> !Slot.isText(slot))
                .mapToInt(Integer::intValue)
                .toArray();
        clear();
    }

    /** Forgets the last record. */
    public void clear() {
        Arrays.fill(numbers, MISSING);
        for (int slot : textSlots) {
            texts[slot] = null;
        }
        x = MISSING;
        y = MISSING;
        crs = null;
        operatorOfFile = false;
        deviceKey = MISSING;
        deviceInstrument = null;
        sessionKey = MISSING;
        notMeasured = 0;
        outsideShift = false;
        reject = null;
        rejectColumn = null;
        rejectCell = -1;
    }

    /** Refuses the row unless it is refused already; {@code cell} is the position of the offending cell, or -1. */
    public void refuse(RejectCode code, SampleColumn column, int cell) {
        if (reject == null) {
            reject = code;
            rejectColumn = column;
            rejectCell = cell;
        }
    }

    /** Refuses the whole row for its shape. */
    public void refuse(RejectCode code) {
        refuse(code, null, -1);
    }

    public boolean refused() {
        return reject != null;
    }

    public RejectCode reject() {
        return reject;
    }

    /** The column at fault, or null when the row as a whole is. */
    public SampleColumn rejectColumn() {
        return rejectColumn;
    }

    /** Position of the cell at fault, or -1. */
    public int rejectCell() {
        return rejectCell;
    }

    /** Whether nothing says that the row is on another technology. */
    public boolean canBeOn(long rat) {
        return numbers[Slot.RAT] == MISSING || numbers[Slot.RAT] == rat;
    }

    /** Says which technology the row is on. */
    public void isOn(long rat) {
        numbers[Slot.RAT] = rat;
    }

    /** The row names no operator: that of the file stands in. */
    public void takeOperatorOfFile() {
        operatorOfFile = true;
    }

    /** The operator's code, or null. */
    public String operator() {
        return texts[Slot.OPERATOR] == null ? null : texts[Slot.OPERATOR].text();
    }

    /** What was read, by column of the canonical file and as that writes it. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        Iterator<String> cells = CanonicalText.cells(this).iterator();
        for (SampleColumn column : SampleColumn.values()) {
            String cell = cells.next();
            if (!cell.isEmpty()) {
                shown.put(column.code(), cell);
            }
        }
        return shown;
    }

    boolean has(int slot) {
        return numbers[slot] != MISSING;
    }
}
