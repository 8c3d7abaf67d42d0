package org.signalup.intake.internal.row;

import java.math.BigDecimal;
import java.time.Instant;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.intake.SampleColumn;

/** Stored numbers as the canonical file writes them. */
final class Shown {
    private static final int COORDINATE_DIGITS = 7;
    private static final BigDecimal KM_H_OF_MM_S = new BigDecimal("0.0036");

    private Shown() {}

    static String number(SampleColumn column, long value) {
        return switch (column.kind()) {
            case TIME -> Instant.ofEpochMilli(value).toString();
            case COORDINATE -> decimal(value, COORDINATE_DIGITS);
            case CHAINAGE -> decimal(value, 3);
            case NUMBER -> measured(column, value);
            case WORD -> word(column, (int) value);
            case ID, TEXT, FLOOR -> String.valueOf(value);
        };
    }

    private static String measured(SampleColumn column, long value) {
        return switch (column.unit()) {
            case NONE, COUNT -> String.valueOf(value);
            case METRE, LEVEL, MBIT_S, MILLISECOND -> decimal(value, 3);
            case PERCENT -> decimal(value, 4);
            case KM_H -> plain(BigDecimal.valueOf(value).multiply(KM_H_OF_MM_S));
        };
    }

    private static String word(SampleColumn column, int value) {
        return switch (column) {
            case RAT -> Coded.of(Rat.class, value).code();
            case SOURCE -> Coded.of(Source.class, value).code();
            case TEST_MODE -> Coded.of(TestMode.class, value).code();
            case PURPOSE -> Coded.of(Purpose.class, value).code();
            case SERVICE -> Coded.of(Service.class, value).code();
            case OUTCOME -> Coded.of(Outcome.class, value).code();
            case STATE -> value == 1 ? "BUSY" : "IDLE";
            default -> String.valueOf(value);
        };
    }

    private static String decimal(long value, int digits) {
        return plain(BigDecimal.valueOf(value, digits));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
