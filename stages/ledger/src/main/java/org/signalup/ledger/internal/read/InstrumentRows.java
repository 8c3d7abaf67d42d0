package org.signalup.ledger.internal.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.signalup.domain.Text;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.Instrument.Agreement;
import org.signalup.ledger.Instrument.Antenna;
import org.signalup.ledger.Instrument.Uncertainty;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.cell.Ids;
import org.signalup.ledger.internal.table.Cells;
import org.signalup.ledger.internal.table.Headings;
import org.signalup.ledger.internal.table.Table;
import org.signalup.ledger.internal.table.TableView;

/** Reads instruments. A device belongs to one of them, or nobody could tell whose sample it is. */
public final class InstrumentRows {
    private static final double MOST_ATTENUATION_DB = 100;
    private static final double MOST_UNCERTAINTY_DB = 20;
    private static final double MOST_COVERAGE = 5;

    private final Findings findings;
    private final Map<String, Long> firstLines = new HashMap<>();
    private final Map<String, Long> deviceLines = new HashMap<>();

    public InstrumentRows(Findings findings) {
        this.findings = findings;
    }

    /**
     * An instrument with the line it stands on.
     *
     * @param version what the row says of the state it was exported from, empty when it does not
     */
    public record InstrumentRow(Instrument instrument, String file, long line, Optional<String> version) {}

    public List<InstrumentRow> read(Table table) {
        TableView view =
                TableView.of(table, Headings.withVersion(Headings.INSTRUMENTS), List.of("instrument_id"), findings);
        List<InstrumentRow> instruments = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Cells cells = view.cells(row, findings);
            int before = findings.errorCount();
            Optional<Instrument> instrument = cells.requiredId("instrument_id").map(id -> instrument(cells, id));
            if (findings.errorCount() == before && instrument.isPresent()) {
                instruments.add(new InstrumentRow(instrument.get(), table.file(), row.line(), cells.text("version")));
            }
        }
        return instruments;
    }

    private Instrument instrument(Cells row, String id) {
        Long first = firstLines.putIfAbsent(id, row.line());
        if (first != null) {
            row.error("instrument_id", "ID_TWICE", "编号重复，第 " + first + " 行已有", "the id is already on line " + first);
        }
        Optional<LocalDate> from = row.date("valid_from");
        Optional<LocalDate> to = row.date("valid_to");
        from.filter(day -> to.filter(day::isAfter).isPresent())
                .ifPresent(day -> row.error(
                        "valid_to",
                        "DATE_ORDER",
                        "失效日期早于生效日期（应为：不早于 " + day + "）",
                        "the last day is before the first (expected: not before " + day + ")"));
        checkComparison(row);
        return new Instrument(
                id,
                row.text("name").orElse(id),
                row.text("kind").orElse(""),
                row.text("model").orElse(""),
                row.text("chipset").orElse(""),
                row.text("firmware").orElse(""),
                word(row, "antenna", Antenna.values(), Antenna::text),
                attenuation(row),
                devices(row),
                row.date("calibrated_on"),
                certificate(row),
                row.text("accreditation").orElse(""),
                from,
                to,
                row.date("compared_on"),
                word(row, "comparison", Agreement.values(), Agreement::text),
                uncertainty(row));
    }

    private static void checkComparison(Cells row) {
        boolean day = row.text("compared_on").isPresent();
        if (day != row.text("comparison").isPresent()) {
            row.error(
                    day ? "comparison" : "compared_on",
                    "COMPARISON_HALF",
                    "比对日期和结果要一起填（应为：都填或都不填）",
                    "day and result of a comparison belong together (expected: both or neither)");
        }
    }

    private static String certificate(Cells row) {
        Optional<String> number = row.text("certificate_no");
        if (number.isEmpty()) {
            row.warn(
                    "certificate_no",
                    "CERTIFICATE_MISSING",
                    "没有证书编号：要求有效仪表的标准不采用它的采样",
                    "no certificate: standards that ask for valid instruments do not use its samples");
        }
        return number.orElse("");
    }

    private List<String> devices(Cells row) {
        List<String> devices = row.list("device_ids");
        for (String device : devices) {
            if (!Ids.allowed(device)) {
                row.error("device_ids", "ID_REFUSED", Ids.REFUSED.zh(), Ids.REFUSED.en());
            }
            Long first = deviceLines.putIfAbsent(device, row.line());
            if (first != null) {
                row.error(
                        "device_ids",
                        "DEVICE_TWICE",
                        "终端“" + device + "”已属于第 " + first + " 行的仪表",
                        "device \"" + device + "\" belongs to the instrument on line " + first + " already");
            }
        }
        return devices;
    }

    private static Optional<Double> attenuation(Cells row) {
        OptionalDouble number = row.number("attenuation_db");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.getAsDouble() < 0 || number.getAsDouble() > MOST_ATTENUATION_DB) {
            row.error(
                    "attenuation_db",
                    "RANGE",
                    "衰减不合理（应为：0 至 100 dB）",
                    "implausible attenuation (expected: 0 to 100 dB)");
            return Optional.empty();
        }
        return Optional.of(number.getAsDouble());
    }

    private static Optional<Uncertainty> uncertainty(Cells row) {
        OptionalDouble expanded = row.number("uncertainty_db");
        OptionalDouble factor = row.number("coverage_factor");
        if (expanded.isEmpty()) {
            factor.ifPresent(unused -> row.error(
                    "uncertainty_db",
                    "UNCERTAINTY_HALF",
                    "有包含因子而没有扩展不确定度（应为：都填，或只填不确定度）",
                    "a coverage factor without an uncertainty (expected: both, or the uncertainty alone)"));
            return Optional.empty();
        }
        boolean plausible = expanded.getAsDouble() > 0 && expanded.getAsDouble() <= MOST_UNCERTAINTY_DB;
        if (!plausible) {
            row.error(
                    "uncertainty_db",
                    "RANGE",
                    "扩展不确定度不合理（应为：大于 0，至 20 dB）",
                    "implausible expanded uncertainty (expected: above 0, to 20 dB)");
        }
        double k = factor.orElse(Uncertainty.COVERING_95);
        if (k < 1 || k > MOST_COVERAGE) {
            row.error(
                    "coverage_factor",
                    "RANGE",
                    "包含因子不合理（应为：1 至 5，通常为 2）",
                    "implausible coverage factor (expected: 1 to 5, mostly 2)");
            return Optional.empty();
        }
        return plausible ? Optional.of(new Uncertainty(expanded.getAsDouble(), k)) : Optional.empty();
    }

    /** A code, or its Chinese or English name. */
    private static <E extends Enum<E>> Optional<E> word(Cells row, String column, E[] words, Function<E, Text> text) {
        Optional<String> cell = row.text(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        String key = cell.get().toLowerCase(Locale.ROOT);
        Optional<E> word = Arrays.stream(words)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(key)
                        || text.apply(one).zh().equals(key)
                        || text.apply(one).en().equals(key))
                .findFirst();
        if (word.isEmpty()) {
            String codes = Arrays.stream(words)
                    .map(one -> one.name() + " " + text.apply(one).zh())
                    .collect(Collectors.joining(", "));
            row.error(column, "WORD_UNKNOWN", "看不懂（应为：" + codes + "）", "unknown word (expected: " + codes + ")");
        }
        return word;
    }
}
