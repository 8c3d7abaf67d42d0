package org.signalup.intake.internal.structure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results of RMBT clients: what the phone heard last of the cell it was on. */
final class Rmbt {
    /** Ids of 5G networks. */
    private static final Set<String> NR = Set.of("20", "41", "42");

    private Rmbt() {}

    /**
     * Adds {@code signal.*} and {@code cell.*}: of a test on 5G the last signal that has levels of 5G, as a phone that adds 5G to an
     * anchor of 4G hears both; of an active cell rather than another.
     */
    static void complete(Map<String, Object> value, Map<String, String> row) {
        if (!(value.get("radioInfo") instanceof Map<?, ?> radio)
                || !(radio.get("signals") instanceof List<?> signals)) {
            return;
        }
        boolean on5g = NR.contains(String.valueOf(value.get("network_type")));
        Map<?, ?> chosen = null;
        int best = -1;
        for (Object entry : signals) {
            if (entry instanceof Map<?, ?> signal) {
                boolean active =
                        "true".equals(String.valueOf(cell(radio, signal).get("active")));
                int fits = (on5g && signal.get("nr_ss_rsrp") != null ? 2 : 0) + (active ? 1 : 0);
                chosen = fits >= best ? signal : chosen;
                best = Math.max(best, fits);
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
