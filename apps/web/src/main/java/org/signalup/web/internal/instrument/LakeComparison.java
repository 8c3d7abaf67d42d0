package org.signalup.web.internal.instrument;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.Comparison.Circumstances;
import org.signalup.instrument.Comparison.Names;
import org.signalup.instrument.Comparison.Uncertainty;
import org.signalup.instrument.PairingRule;
import org.signalup.instrument.Quantity;
import org.signalup.instrument.Readings;
import org.signalup.instrument.SampleReadings;
import org.signalup.instrument.SampleReadings.By;
import org.signalup.intake.DeviceName;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeView;
import org.signalup.standards.InstrumentPolicy;

/**
 * Two instruments by the samples of a lake, in every quantity. A sample is an instrument's when it names it, or names none and is
 * of one of its devices.
 */
record LakeComparison(Path lake, ZoneId zone, InstrumentPolicy policy, Supplier<Engine> engines) {
    private static final Schema IDS =
            Schema.of("compared_id").with(Column.Type.VARCHAR, "id", "name").build();
    private static final Schema DEVICES = Schema.of("compared_device")
            .with(Column.Type.BIGINT, "device_key")
            .with(Column.Type.VARCHAR, "name")
            .build();
    private static final String COLUMNS =
            "s.observed_ms, s.point_id, s.line_id, s.chainage_mm, s.lon_e7, s.lat_e7, s.operator, s.rat, s.test_mode,"
                    + " c.name AS instrument_id, s.rsrp_mdbm, s.sinr_mdb FROM lake_sample AS s JOIN ";

    /** An instrument and the devices its samples may name instead. */
    record Asked(String id, List<String> devices) {}

    /**
     * Samples of days from one to another, both included.
     *
     * @param uncertainty of both by their certificates; empty = unknown, and no En score
     */
    List<Comparison> compare(
            Asked reference, Asked other, LocalDate from, LocalDate to, Optional<Uncertainty> uncertainty) {
        try (Engine engine = engines.get()) {
            Map<String, Readings> found =
                    Lake.isIn(lake) ? readings(engine, List.of(reference, other), from, to) : Map.of();
            Readings mine = found.getOrDefault(reference.id(), new Readings());
            Readings theirs = found.getOrDefault(other.id(), new Readings());
            Circumstances circumstances = new Circumstances(zone, uncertainty, Optional.empty());
            return Arrays.stream(Quantity.values())
                    .map(quantity -> Comparison.of(
                            new Names(quantity, reference.id(), other.id()),
                            mine.paired(quantity, theirs),
                            policy,
                            circumstances))
                    .toList();
        }
    }

    private Map<String, Readings> readings(Engine engine, List<Asked> instruments, LocalDate from, LocalDate to) {
        LakeView view = Lake.open(lake).view();
        List<LocalDate> dates = view.dates().stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .toList();
        if (dates.isEmpty()) {
            return Map.of();
        }
        view.attachSamples(engine, "lake_sample", dates);
        try (TableWriter ids = engine.create(IDS)) {
            instruments.forEach(
                    one -> ids.put(DeviceName.of(one.id()).kept()).put(one.id()).endRow());
        }
        try (TableWriter devices = engine.create(DEVICES)) {
            instruments.forEach(one ->
                    keys(one).forEach(key -> devices.put(key).put(one.id()).endRow()));
        }
        engine.define(
                "compared",
                "SELECT " + COLUMNS + "compared_id AS c ON s.instrument_id = c.id UNION ALL SELECT " + COLUMNS
                        + "compared_device AS c ON s.device_key = c.device_key WHERE s.instrument_id IS NULL");
        return SampleReadings.kept("compared", By.INSTRUMENT_ID, new PairingRule(policy.pairing()), engine);
    }

    private static Stream<Long> keys(Asked instrument) {
        return instrument.devices().stream().map(id -> DeviceName.of(id).key()).distinct();
    }
}
