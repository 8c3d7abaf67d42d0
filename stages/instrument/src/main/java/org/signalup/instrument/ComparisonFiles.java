package org.signalup.instrument;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.instrument.Agreement.MonthBias;
import org.signalup.instrument.Series.Pair;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Comparisons as files: one row each in {@code comparison.csv}, the same in {@code comparison.json}; pairs and months beside them. */
public final class ComparisonFiles {
    /** One row for each comparison. */
    public static final String COMPARISONS = "comparison.csv";

    /** One row for each pair. */
    public static final String PAIRS = "pairs.csv";

    /** One row for each month. */
    public static final String DRIFT = "drift.csv";

    /** What {@link #COMPARISONS} says, and what was read. */
    public static final String JSON = "comparison.json";

    private static final int DECIMALS = 3;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<Comparison> comparisons;

    public ComparisonFiles(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /** @param inputs digests of the files read, by name */
    public void write(Path folder, Map<String, String> inputs) {
        List<Map<String, Object>> rows =
                comparisons.stream().map(ComparisonFiles::row).toList();
        csv(folder.resolve(COMPARISONS), rows);
        csv(folder.resolve(PAIRS), pairs());
        csv(folder.resolve(DRIFT), months());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("inputs", inputs);
        all.put("comparisons", rows);
        try {
            Files.writeString(folder.resolve(JSON), MAPPER.writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> row(Comparison of) {
        Map<String, Object> row = named(of);
        Optional<Agreement> found = of.agreement();
        row.put("pairs", of.pairs().size());
        row.put("first", found.map(agreement -> agreement.first().toString()).orElse(null));
        row.put("last", found.map(agreement -> agreement.last().toString()).orElse(null));
        put(row, "bias", "_db", found.map(Agreement::bias));
        row.put("sd_db", found.map(agreement -> rounded(agreement.sd())).orElse(null));
        put(row, "lower", "_db", found.map(Agreement::lower));
        put(row, "upper", "_db", found.map(Agreement::upper));
        put(row, "slope", "", found.flatMap(Agreement::deming).map(Agreement.Deming::slope));
        put(row, "intercept", "_db", found.flatMap(Agreement::deming).map(Agreement.Deming::intercept));
        row.put("en", of.en().isPresent() ? rounded(of.en().getAsDouble()) : null);
        put(row, "drift", "_db", found.flatMap(Agreement::driftChange));
        put(row, "proposed_correction", "_db", of.proposedCorrection());
        row.put("as_of", of.asOf().map(LocalDate::toString).orElse(null));
        row.put("verdict", of.verdict().name());
        row.put("certain", of.certain());
        row.put("reasons", String.join("; ", of.reasons().stream().map(Text::en).toList()));
        return row;
    }

    private static Map<String, Object> named(Comparison of) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", of.reference());
        row.put("other", of.other());
        row.put("quantity", of.quantity().column());
        return row;
    }

    private static void put(Map<String, Object> row, String name, String unit, Optional<Estimate> estimate) {
        row.put(name + unit, estimate.map(found -> rounded(found.value())).orElse(null));
        row.put(name + "_low", estimate.map(found -> rounded(found.low())).orElse(null));
        row.put(name + "_high", estimate.map(found -> rounded(found.high())).orElse(null));
    }

    private List<Map<String, Object>> pairs() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Comparison of : comparisons) {
            for (Pair pair : of.pairs()) {
                Map<String, Object> row = named(of);
                row.put(
                        "slot_start",
                        Instant.ofEpochMilli(pair.slot().startMs()).toString());
                row.put("place", pair.slot().place());
                row.put("network", pair.slot().network());
                row.put("reference_value", rounded(pair.reference()));
                row.put("other_value", rounded(pair.other()));
                row.put("difference_db", rounded(pair.difference()));
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Map<String, Object>> months() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Comparison of : comparisons) {
            for (MonthBias month : of.agreement().map(Agreement::drift).orElse(List.of())) {
                Map<String, Object> row = named(of);
                row.put("month", month.month().toString());
                row.put("pairs", month.pairs());
                row.put("bias_db", rounded(month.value()));
                row.put(
                        "bias_low",
                        month.bias().map(bias -> rounded(bias.low())).orElse(null));
                row.put(
                        "bias_high",
                        month.bias().map(bias -> rounded(bias.high())).orElse(null));
                rows.add(row);
            }
        }
        return rows;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static void csv(Path file, List<Map<String, Object>> rows) {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            if (!rows.isEmpty()) {
                csv.writeRecord(rows.get(0).keySet());
            }
            for (Map<String, Object> row : rows) {
                csv.writeRecord(row.values().stream()
                        .map(value -> value == null ? "" : value.toString())
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
