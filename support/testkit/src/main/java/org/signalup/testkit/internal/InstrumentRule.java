package org.signalup.testkit.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.Instrument.Agreement;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Instruments;
import org.signalup.standards.Standard.Instruments.Apply;
import org.signalup.testkit.RefSample;

/** Whether the instrument of a sample may be used, asked anew for every sample. */
final class InstrumentRule {
    private final Ledger ledger;
    private final Optional<Instruments> rule;

    InstrumentRule(Standard standard, Ledger ledger) {
        this.ledger = ledger;
        this.rule = standard.instruments();
    }

    /** Why not; null when it may, or when nobody asks. */
    String refusal(RefSample sample) {
        boolean applies = rule.isPresent()
                && (rule.get().apply() == Apply.ALWAYS || !ledger.instruments().isEmpty())
                && rule.get().sources().contains(sample.source())
                && !sample.self();
        if (!applies) {
            return null;
        }
        Optional<Instrument> found = ledger.instruments().stream()
                .filter(one -> sample.instrumentId() == null
                        ? sample.deviceId() != null && one.devices().contains(sample.deviceId())
                        : one.id().equals(sample.instrumentId()))
                .findFirst();
        if (found.isEmpty()) {
            return sample.instrumentId() == null ? "INSTRUMENT_MISSING" : "INSTRUMENT_UNKNOWN";
        }
        LocalDate day = LocalDate.ofEpochDay(sample.date());
        if (!certified(found.get(), day)) {
            return "INSTRUMENT_EXPIRED";
        }
        return agreed(found.get(), day, rule.get().comparisonMonths()) ? null : "INSTRUMENT_UNCOMPARED";
    }

    private static boolean certified(Instrument instrument, LocalDate day) {
        return !instrument.certificateNo().isEmpty()
                && instrument.validFrom().filter(day::isBefore).isEmpty()
                && instrument.validTo().filter(day::isAfter).isEmpty();
    }

    private static boolean agreed(Instrument instrument, LocalDate day, int months) {
        if (!instrument.comparison().equals(Optional.of(Agreement.ACCEPTED))) {
            return false;
        }
        LocalDate compared = instrument.comparedOn().orElseThrow();
        return !day.isBefore(compared.minusMonths(months)) && !day.isAfter(compared.plusMonths(months));
    }
}
