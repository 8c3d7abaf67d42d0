package org.signalup.intake.internal.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.ServerClass;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.geo.Crs;
import org.signalup.intake.SampleColumn;

/** A row as the canonical sample file writes it: read again it is the same row, to the last digit. */
public final class CanonicalText {
    private static final int E7 = 7;
    private static final int MILLI = 3;
    private static final int PPM_OF_PERCENT = 4;
    /** Of mm/s in km/h: 0.0036, in ten-thousandths. */
    private static final long KMH_E4 = 36;

    private CanonicalText() {}

    /** The cells in the order of {@link SampleColumn}; empty for what is missing. */
    public static List<String> cells(SampleRow row) {
        List<String> cells = new ArrayList<>();
        for (SampleColumn column : SampleColumn.values()) {
            cells.add(cell(column, row));
        }
        return cells;
    }

    private static String cell(SampleColumn column, SampleRow row) {
        if (column == SampleColumn.CRS) {
            return row.has(Slot.LON_E7) ? Crs.WGS84.code() : "";
        }
        int slot = Slot.of(column.fills());
        if (Slot.isText(slot)) {
            return row.texts[slot] == null ? "" : row.texts[slot].text();
        }
        return row.has(slot) ? number(column, row, row.numbers[slot]) : "";
    }

    private static String number(SampleColumn column, SampleRow row, long value) {
        return switch (column.kind()) {
            case TIME -> Instant.ofEpochMilli(value).toString();
            case COORDINATE -> decimal(value, E7);
            case WORD -> word(column, row, (int) value);
            case NUMBER, CHAINAGE -> measure(column.unit(), value);
            case FLOOR, ID, TEXT -> Long.toString(value);
        };
    }

    private static String measure(SampleColumn.Unit unit, long value) {
        return switch (unit) {
            case PERCENT -> decimal(value, PPM_OF_PERCENT);
            case KM_H -> decimal(value * KMH_E4, PPM_OF_PERCENT);
            case NONE, COUNT -> Long.toString(value);
            case METRE, LEVEL, MBIT_S, MILLISECOND, MEGAHERTZ -> decimal(value, MILLI);
        };
    }

    private static String decimal(long value, int digits) {
        return BigDecimal.valueOf(value, digits).stripTrailingZeros().toPlainString();
    }

    private static String word(SampleColumn column, SampleRow row, int value) {
        return switch (column) {
            case RAT -> rat(Coded.of(Rat.class, value), row);
            case SOURCE -> Coded.of(Source.class, value).code();
            case TEST_MODE -> Coded.of(TestMode.class, value).code();
            case PURPOSE -> Coded.of(Purpose.class, value).code();
            case SERVICE -> Coded.of(Service.class, value).code();
            case OUTCOME -> Coded.of(Outcome.class, value).code();
            case STATE -> value == 1 ? "BUSY" : "IDLE";
            case MOCK_LOCATION -> value == 1 ? "1" : "0";
            case SERVER_CLASS -> Coded.of(ServerClass.class, value).code();
            default -> throw new IllegalArgumentException("column: " + column + " (expected: a word)");
        };
    }

    /** How the file called it says more than its generation. */
    private static String rat(Rat rat, SampleRow row) {
        if (row.texts[Slot.RAT_DETAIL] == null) {
            return rat.code();
        }
        String detail = row.texts[Slot.RAT_DETAIL].text();
        return rat == Rat.G5 ? rat.code() + " " + detail : detail;
    }
}
