package org.signalup.web.internal.instrument;

import java.util.Optional;
import org.signalup.ledger.Instrument.Uncertainty;
import org.signalup.publish.Format;
import org.signalup.register.Entry;

/** The uncertainty an instrument is registered with, expanded as an En score wants it. */
record RegisteredUncertainty() {
    /** In dB; empty when the register says nothing. */
    static Optional<Double> of(Entry instrument) {
        String expanded = instrument.text("uncertainty_db");
        if (expanded.isEmpty()) {
            return Optional.empty();
        }
        String factor = instrument.text("coverage_factor");
        double k = factor.isEmpty() ? Uncertainty.COVERING_95 : Double.parseDouble(factor);
        return Optional.of(new Uncertainty(Double.parseDouble(expanded), k).covering95Db());
    }

    /** As templates show it: {@code （U 1.5 dB）}, or nothing. */
    public String note(Entry instrument) {
        return of(instrument).map(db -> "（U " + Format.plain(db) + " dB）").orElse("");
    }
}
