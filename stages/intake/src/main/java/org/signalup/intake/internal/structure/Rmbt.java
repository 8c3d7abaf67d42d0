package org.signalup.intake.internal.structure;

import java.util.List;
import java.util.Map;

/** Results of RMBT clients: what the phone heard last of the cell it was on. */
final class Rmbt {
    private Rmbt() {}

    /** Adds {@code signal.*} and {@code cell.*}: the last signal of an active cell, else the last of all. */
    static void complete(Map<String, Object> value, Map<String, String> row) {
        if (!(value.get("radioInfo") instanceof Map<?, ?> radio)
                || !(radio.get("signals") instanceof List<?> signals)) {
            return;
        }
        Map<?, ?> chosen = null;
        boolean onActive = false;
        for (Object entry : signals) {
            if (entry instanceof Map<?, ?> signal) {
                boolean active = "true".equals(cell(radio, signal).get("active"));
                chosen = active || !onActive ? signal : chosen;
                onActive |= active;
            }
        }
        if (chosen != null) {
            JsonFlattening.add("signal", chosen, row);
            JsonFlattening.add("cell", cell(radio, chosen), row);
        }
    }

    private static Map<?, ?> cell(Map<?, ?> radio, Map<?, ?> signal) {
        if (signal.get("cell_uuid") instanceof String uuid && radio.get("cells") instanceof List<?> cells) {
            for (Object entry : cells) {
                if (entry instanceof Map<?, ?> cell && uuid.equals(cell.get("uuid"))) {
                    return cell;
                }
            }
        }
        return Map.of();
    }
}
