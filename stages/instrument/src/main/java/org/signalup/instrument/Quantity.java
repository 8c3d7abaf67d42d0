package org.signalup.instrument;

import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.standards.InstrumentPolicy;
import org.signalup.standards.InstrumentPolicy.Limits;

/** What two instruments are compared in. Differences are in dB. */
public enum Quantity {
    RSRP("rsrp_dbm", "dBm", Text.of("接收电平 RSRP", "RSRP")),
    SINR("sinr_db", "dB", Text.of("信干噪比 SINR", "SINR"));

    private final String column;
    private final String unit;
    private final Text text;

    Quantity(String column, String unit, Text text) {
        this.column = column;
        this.unit = unit;
        this.text = text;
    }

    /** Its column in a sample file. */
    public String column() {
        return column;
    }

    public String unit() {
        return unit;
    }

    public Text text() {
        return text;
    }

    /** The limits it is judged by; empty = computed, not judged. */
    public Optional<Limits> limits(InstrumentPolicy policy) {
        return this == RSRP ? policy.rsrp() : policy.sinr();
    }
}
