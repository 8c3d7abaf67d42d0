package org.signalup.evaluate.internal.tally;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.signalup.domain.Purpose;
import org.signalup.domain.Source;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.intake.DeviceName;
import org.signalup.intake.Devices;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.Instrument.Agreement;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Instruments;
import org.signalup.standards.Standard.Instruments.Apply;

/**
 * Which samples need a valid instrument, and when each is valid: on the days of its certificate that lie no farther from its last
 * comparison than the standard says, provided that it agreed. Asked of samples that are no 自测.
 */
public final class ValidInstruments {
    private static final Schema SOURCES =
            Schema.of("instrument_source").with(INT, "source").build();
    private static final Schema INSTRUMENTS = Schema.of("ledger_instrument")
            .with(VARCHAR, "instrument_id")
            .with(INT, "certified", "valid_from", "valid_to", "disagreed", "compared_from", "compared_to")
            .build();
    private static final Schema DEVICES = Schema.of("instrument_device")
            .with(BIGINT, "device_key")
            .with(VARCHAR, "instrument_id")
            .build();
    /** Days beside which no sample lies; a window that ends before it begins holds none. */
    private static final int ALWAYS = Integer.MIN_VALUE;

    private static final int FOREVER = Integer.MAX_VALUE;

    private final List<Instrument> listed;
    private final Map<String, String> devices;
    private final Optional<Instruments> rule;

    private ValidInstruments(List<Instrument> listed, Map<String, String> devices, Optional<Instruments> rule) {
        this.listed = listed;
        this.devices = devices;
        this.rule = rule;
    }

    /** Those of a ledger; of none when the standard does not ask for them. */
    public static ValidInstruments of(Ledger ledger, Standard standard) {
        Optional<Instruments> rule = standard.instruments()
                .filter(asked ->
                        asked.apply() == Apply.ALWAYS || !ledger.instruments().isEmpty());
        return rule.isPresent()
                ? new ValidInstruments(ledger.instruments(), ledger.instrumentsByDevice(), rule)
                : new ValidInstruments(List.of(), Map.of(), rule);
    }

    /** Makes the datasets {@code instrument_source, ledger_instrument, instrument_device}; without a rule they are empty. */
    public void write(Engine engine) {
        Set<Source> sources = rule.map(Instruments::sources).orElse(Set.of());
        try (TableWriter writer = engine.create(SOURCES)) {
            sources.forEach(source -> writer.put(source.number()).endRow());
        }
        try (TableWriter writer = engine.create(INSTRUMENTS)) {
            listed.forEach(instrument -> write(instrument, writer));
        }
        try (TableWriter writer = engine.create(DEVICES)) {
            Devices.byKey(devices)
                    .forEach(
                            (key, instrument) -> writer.put(key).put(instrument).endRow());
        }
    }

    /** An id that looks like one of a person stands in samples as a pseudonym. */
    private static String name(Instrument instrument) {
        return DeviceName.of(instrument.id()).kept();
    }

    private void write(Instrument instrument, TableWriter writer) {
        boolean certified = !instrument.certificateNo().isEmpty();
        int months = rule.orElseThrow().comparisonMonths();
        Optional<LocalDate> agreed =
                instrument.comparedOn().filter(day -> instrument.comparison().equals(Optional.of(Agreement.ACCEPTED)));
        writer.put(name(instrument))
                .put(certified ? 1 : 0)
                .put(certified ? day(instrument.validFrom(), ALWAYS) : FOREVER)
                .put(certified ? day(instrument.validTo(), FOREVER) : ALWAYS)
                .put(instrument.comparison().equals(Optional.of(Agreement.REFUSED)) ? 1 : 0)
                .put(day(agreed.map(on -> on.minusMonths(months)), FOREVER))
                .put(day(agreed.map(on -> on.plusMonths(months)), ALWAYS))
                .endRow();
    }

    private static int day(Optional<LocalDate> date, int absent) {
        return date.map(day -> Math.toIntExact(day.toEpochDay())).orElse(absent);
    }

    /** Tells what decides which samples are left out; nothing without a rule. */
    public void describe(Consumer<Object> listener) {
        rule.ifPresent(asked -> {
            listener.accept(LostSamples.VERSION);
            listener.accept(asked.comparisonMonths());
            listener.accept(new TreeSet<>(asked.sources()));
            listed.forEach(one -> listener.accept(List.of(
                    one.id(),
                    one.devices(),
                    one.certificateNo().isEmpty(),
                    one.validFrom(),
                    one.validTo(),
                    one.comparedOn(),
                    one.comparison())));
        });
    }

    /** Whether any sample is asked for its instrument. */
    public boolean asked() {
        return rule.isPresent();
    }

    /** Whether the datasets ask anything of samples. */
    static boolean asked(Engine engine) {
        return engine.count("instrument_source") > 0;
    }

    /** The rows of {@code samples} to be refused, with the columns of {@link Settle#REFUSED}. */
    static String refusals(String samples) {
        return """
                SELECT s.file_no, s.row_no, 'instrument_id' AS column_name,
                  COALESCE(s.instrument_id, d.instrument_id, s.device_id, '') AS value,
                  CASE WHEN s.instrument_id IS NULL AND d.instrument_id IS NULL THEN 'INSTRUMENT_MISSING'
                    WHEN i.instrument_id IS NULL THEN 'INSTRUMENT_UNKNOWN'
                    WHEN i.certified = 0 THEN 'INSTRUMENT_UNCERTIFIED'
                    WHEN s.date < i.valid_from THEN 'INSTRUMENT_NOT_YET'
                    WHEN s.date > i.valid_to THEN 'INSTRUMENT_EXPIRED'
                    WHEN i.disagreed = 1 THEN 'INSTRUMENT_DISAGREES'
                    ELSE 'INSTRUMENT_UNCOMPARED' END AS code, s.date
                FROM %s AS s JOIN instrument_source AS n ON s.source = n.source
                LEFT JOIN instrument_device AS d ON s.device_key = d.device_key
                LEFT JOIN ledger_instrument AS i ON COALESCE(s.instrument_id, d.instrument_id) = i.instrument_id
                WHERE (s.purpose IS NULL OR s.purpose <> %d) AND (i.instrument_id IS NULL
                  OR s.date < i.valid_from OR s.date > i.valid_to OR s.date < i.compared_from OR s.date > i.compared_to)""".formatted(samples, Purpose.SELF.number());
    }
}
