package org.signalup.simulate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How real measurements are distributed: quantiles by measure, operator and network, read from a CSV file that names the
 * source of every row. An empty operator stands for all.
 */
public final class Calibration {
    private static final List<String> COLUMNS =
            List.of("p5", "p10", "p20", "p30", "p40", "p50", "p60", "p70", "p80", "p90", "p95");
    private static final double[] AT = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    private final Map<String, double[]> quantiles;

    private Calibration(Map<String, double[]> quantiles) {
        this.quantiles = quantiles;
    }

    /** Reads the columns {@code measure, operator, rat} and {@code p5} to {@code p95}. */
    public static Calibration read(Path csv) {
        Map<String, double[]> quantiles = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                double[] values = COLUMNS.stream()
                        .mapToDouble(column -> Double.parseDouble(row.getField(column)))
                        .toArray();
                quantiles.put(key(row.getField("measure"), row.getField("operator"), row.getField("rat")), values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Calibration(quantiles);
    }

    private static String key(String measure, String operator, String rat) {
        return measure + "|" + operator + "|" + rat;
    }

    /**
     * The value below which a share of the real measurements lies; straight between the quantiles, flat beyond them.
     *
     * @throws IllegalArgumentException if neither the operator nor all operators have the measure
     */
    public double quantile(String measure, String operator, String rat, double share) {
        double[] values = quantiles.get(key(measure, operator, rat));
        if (values == null) {
            values = quantiles.get(key(measure, "", rat));
        }
        if (values == null) {
            throw new IllegalArgumentException(
                    "calibration: " + key(measure, operator, rat) + " (expected: one of " + quantiles.keySet() + ")");
        }
        if (share <= AT[0]) {
            return values[0];
        }
        for (int i = 1; i < AT.length; i++) {
            if (share <= AT[i]) {
                double part = (share - AT[i - 1]) / (AT[i] - AT[i - 1]);
                return values[i - 1] + part * (values[i] - values[i - 1]);
            }
        }
        return values[values.length - 1];
    }
}
