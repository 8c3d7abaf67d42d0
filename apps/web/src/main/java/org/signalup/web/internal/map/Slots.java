package org.signalup.web.internal.map;

import java.util.LinkedHashMap;
import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.evaluate.MapCode;
import org.signalup.evaluate.ResultRows;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;

/** Which bits of a packed verdict are whose. */
final class Slots {
    private final Map<String, Integer> shifts = new LinkedHashMap<>();

    private Slots() {}

    private record Key() {}

    static Slots of(OpenEvaluation evaluation) {
        return evaluation.keep(new Key(), () -> read(evaluation));
    }

    private static Slots read(OpenEvaluation evaluation) {
        Slots slots = new Slots();
        evaluation
                .tables()
                .forEach(
                        "SELECT operator, shift FROM map_slot ORDER BY shift",
                        row -> slots.shifts.put(row.text(0), row.getInt(1)));
        // All together stand first wherever there are any; who sees none sees empty places.
        slots.shifts.putIfAbsent(ResultRows.ALL, 0);
        return slots;
    }

    /** @throws PageFailure 400 for an operator the evaluation does not have */
    int shift(String operator) {
        Integer shift = shifts.get(operator);
        if (shift == null) {
            throw PageFailure.badRequest(
                    Text.of("本批次没有这家运营商：" + operator, "This evaluation has no such operator: " + operator));
        }
        return shift;
    }

    /** Number of an operator among all. */
    int number(String operator) {
        return shift(operator) / MapCode.BITS;
    }

    /** The verdicts of the operators one by one, without those of all together. */
    Map<String, MapCode> each(long packed) {
        Map<String, MapCode> each = new LinkedHashMap<>();
        shifts.forEach((operator, shift) -> {
            MapCode code = MapCode.unpack(packed, shift);
            if (!operator.equals(ResultRows.ALL) && code.number() > 0) {
                each.put(operator, code);
            }
        });
        return each;
    }

    /** SQL for the code of one operator in a packed column. */
    static String code(String column, int shift) {
        return "CAST((" + column + " >> " + shift + ") & 15 AS INT)";
    }

    /** The packed column of a RAT row. */
    static String column(RatRow rat) {
        return switch (rat) {
            case ANY -> "v_any";
            case G4 -> "v_4g";
            case G5 -> "v_5g";
        };
    }
}
