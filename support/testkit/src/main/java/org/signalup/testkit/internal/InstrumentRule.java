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
        return refusal(found.get(), day, rule.get().comparisonMonths());
    }

    private static String refusal(Instrument instrument, LocalDate day, int months) {
        if (instrument.certificateNo().isEmpty()) {
            return "INSTRUMENT_UNCERTIFIED";
        }
        if (instrument.validFrom().filter(day::isBefore).isPresent()) {
            return "INSTRUMENT_NOT_YET";
        }
        if (instrument.validTo().filter(day::isAfter).isPresent()) {
            return "INSTRUMENT_EXPIRED";
        }
        if (instrument.comparison().equals(Optional.of(Agreement.REFUSED))) {
            return "INSTRUMENT_DISAGREES";
        }
        return agreed(instrument, day, months) ? null : "INSTRUMENT_UNCOMPARED";
    }

    private static boolean agreed(Instrument instrument, LocalDate day, int months) {
        if (!instrument.comparison().equals(Optional.of(Agreement.ACCEPTED))) {
            return false;
        }
        LocalDate compared = instrument.comparedOn().orElseThrow();
        return !day.isBefore(compared.minusMonths(months)) && !day.isAfter(compared.plusMonths(months));
    }
}
