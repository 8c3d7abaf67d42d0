package org.signalup.instrument;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.domain.Coded;
import org.signalup.domain.Rat;
import org.signalup.domain.TestMode;
import org.signalup.domain.TextOrder;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;

/**
 * The readings in sample files, by instrument.
 *
 * @param report what intake did
 * @param byInstrument by {@code instrument_id}; under an empty id what names none
 */
public record SampleReadings(IntakeReport report, Map<String, Readings> byInstrument) {
    private static final double MILLI = 1000;
    private static final String QUERY = """
            SELECT observed_ms, point_id, line_id, chainage_mm, lon_e7, lat_e7, operator, rat, test_mode,
                   instrument_id, rsrp_mdbm, sinr_mdb
            FROM %s WHERE rsrp_mdbm IS NOT NULL OR sinr_mdb IS NOT NULL""";

    /** Whether the instrument of a row is the one it names, or whatever made the file. */
    public enum By {
        FILE,
        INSTRUMENT_ID
    }

    /** @throws org.signalup.domain.RefusedException with every problem of every file */
    public static SampleReadings read(List<Path> files, By by, PairingRule rule, IntakeOptions options, Engine engine) {
        IntakeReport report = Intake.read(files, options, engine);
        return new SampleReadings(report, kept("sample_read", by, rule, engine));
    }

    /**
     * The readings of samples an engine has already, by instrument.
     *
     * @param dataset with the columns of {@link org.signalup.intake.SampleSchema#READ} that are asked for here
     */
    public static Map<String, Readings> kept(String dataset, By by, PairingRule rule, Engine engine) {
        Map<String, Readings> found = new TreeMap<>(TextOrder.CODE_POINTS);
        engine.forEach(QUERY.formatted(dataset), row -> {
            String id = by == By.FILE ? "" : row.findText(9).orElse("");
            add(found.computeIfAbsent(id, unused -> new Readings()), slot(row, rule), row);
        });
        return found;
    }

    private static void add(Readings readings, Slot slot, Row row) {
        row.findInt(10).ifPresent(value -> readings.add(Quantity.RSRP, slot, value / MILLI));
        row.findInt(11).ifPresent(value -> readings.add(Quantity.SINR, slot, value / MILLI));
    }

    private static Slot slot(Row row, PairingRule rule) {
        String network = row.text(6) + " "
                + Coded.of(Rat.class, row.getInt(7)).code() + " "
                + Coded.of(TestMode.class, row.getInt(8)).code();
        return rule.slot(row.getLong(0), place(row, rule), network);
    }

    private static String place(Row row, PairingRule rule) {
        if (!row.isNull(1)) {
            return rule.point(row.text(1));
        }
        if (!row.isNull(2) && !row.isNull(3)) {
            return rule.stretch(row.text(2), row.getLong(3));
        }
        return rule.cell(row.getInt(4), row.getInt(5));
    }
}
