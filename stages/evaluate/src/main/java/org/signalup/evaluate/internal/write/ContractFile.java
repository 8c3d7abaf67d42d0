package org.signalup.evaluate.internal.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signalup.engine.Schema;
import org.signalup.parquet.ParquetFile;

/**
 * A result file of the contract: its columns, how each is written, the order of its rows. Rows leave in one pass as CSV and as
 * Parquet.
 */
final class ContractFile {
    private static final String MEASURED =
            "samples:COUNT covered:COUNT share:SHARE share_low:SHARE share_high:SHARE clusters:COUNT dates:COUNT dates_failed:COUNT";

    static final ContractFile POINTS = new ContractFile(
            "points",
            "point_id:TEXT place_id:TEXT line_id:TEXT operator:TEXT rat:TEXT " + MEASURED
                    + " on_rat_share:SHARE no_service:COUNT weak:COUNT interfered:COUNT verdict:TEXT evidence:TEXT",
            "point_id",
            "operator rat");
    static final ContractFile PLACES = new ContractFile(
            "places",
            "place_id:TEXT operator:TEXT verdict:TEXT evidence:TEXT points:COUNT points_passed:COUNT points_retest:COUNT"
                    + " points_failed:COUNT points_open:COUNT score:SCORE stars:COUNT stars_reason:TEXT",
            "place_id",
            "operator");
    static final ContractFile BINS = new ContractFile(
            "bins",
            "line_id:TEXT bin:COUNT from_m:METRES to_m:METRES operator:TEXT rat:TEXT " + MEASURED
                    + " no_service:COUNT weak:COUNT interfered:COUNT verdict:TEXT evidence:TEXT",
            "line_id",
            "bin operator rat");
    private static final String LENGTHS =
            "operator:TEXT rat:TEXT length_m:METRES judged_m:METRES passed_m:METRES retest_m:METRES failed_m:METRES"
                    + " ratio:SHARE ratio_low:SHARE ratio_high:SHARE longest_gap_m:METRES verdict:TEXT evidence:TEXT";
    static final ContractFile SECTIONS = new ContractFile(
            "sections", "line_id:TEXT section_id:TEXT " + LENGTHS, "line_id", "section_id operator rat");
    static final ContractFile LINES = new ContractFile(
            "lines", "line_id:TEXT " + LENGTHS + " stars:COUNT stars_reason:TEXT", "line_id", "operator rat");
    static final ContractFile RATES = new ContractFile(
            "rates",
            "object:TEXT object_id:TEXT operator:TEXT rat:TEXT direction:TEXT method:TEXT tests:COUNT devices:COUNT"
                    + " mean:RATE low:RATE high:RATE clipped_mean:RATE median:RATE p10:RATE share_ok:SHARE share_low:SHARE"
                    + " share_high:SHARE verdict:TEXT",
            "object object_id",
            "operator rat direction method");
    static final ContractFile PROGRESS = new ContractFile(
            "progress",
            "target:TEXT region:TEXT operator:TEXT unit:TEXT goal:PLAIN base:PLAIN listed:PLAIN reported:PLAIN"
                    + " tested:PLAIN passed:PLAIN passed_a:PLAIN passed_b:PLAIN passed_c:PLAIN retest:PLAIN failed:PLAIN"
                    + " open:PLAIN estimate:SHARE low:SHARE high:SHARE n:COUNT verdict:TEXT",
            "target",
            "region operator");
    static final ContractFile PLAN = new ContractFile(
            "plan",
            "target:TEXT operator:TEXT rat:TEXT verdict:TEXT evidence:TEXT visits_for_b:COUNT visits_for_a:COUNT"
                    + " reason:TEXT",
            "target",
            "operator rat");
    static final ContractFile CROWD = new ContractFile(
            "crowd_filters",
            "rule:TEXT source:TEXT operator:TEXT effect:TEXT looked_at:COUNT caught:COUNT device_days:COUNT targets:COUNT"
                    + " dl_tests:COUNT mean_dl_mbps:RATE mean_dl_otherwise_mbps:RATE",
            "rule",
            "source operator");
    static final ContractFile SERVICES = new ContractFile(
            "services",
            "object:TEXT object_id:TEXT operator:TEXT service:TEXT kpi:TEXT n:COUNT value:SHARE unit:TEXT good:PLAIN"
                    + " fair:PLAIN grade:TEXT",
            "object object_id",
            "operator service kpi");
    static final ContractFile SCORES = new ContractFile(
            "scores",
            "object:TEXT object_id:TEXT operator:TEXT rat:TEXT part:TEXT weight:PLAIN applied:SHARE score:SCORE lost:SCORE"
                    + " because:TEXT",
            "object object_id",
            "operator rat part");
    static final ContractFile AGGREGATES = new ContractFile(
            "service_aggregates",
            "provider:TEXT method:TEXT period_from:TEXT period_to:TEXT division_code:TEXT operator:TEXT service:TEXT kpi:TEXT sessions:COUNT"
                    + " users:COUNT value:SHARE unit:TEXT good:PLAIN fair:PLAIN grade:TEXT own_region:TEXT own_n:COUNT own_value:SHARE"
                    + " difference:SHARE",
            "division_code",
            "operator service kpi provider period_from");
    static final ContractFile AGREEMENT = new ContractFile(
            "source_agreement",
            "object:TEXT object_id:TEXT unit:TEXT operator:TEXT test_mode:TEXT sources:TEXT compared:COUNT agreeing:COUNT"
                    + " verdicts_differ:COUNT intervals_apart:COUNT",
            "object object_id",
            "unit operator test_mode sources");
    static final ContractFile DISAGREEMENTS = new ContractFile(
            "source_disagreements",
            "object:TEXT object_id:TEXT point_id:TEXT bin:COUNT from_m:METRES to_m:METRES operator:TEXT test_mode:TEXT"
                    + " source:TEXT samples:COUNT covered:COUNT share:SHARE share_low:SHARE share_high:SHARE clusters:COUNT"
                    + " verdict:TEXT evidence:TEXT differ:TEXT stands:TEXT",
            "object object_id",
            "point_id bin operator test_mode source");
    static final ContractFile INSTRUMENTS = new ContractFile(
            "instrument_refusals",
            "object:TEXT object_id:TEXT operator:TEXT source:TEXT instrument_id:TEXT code:TEXT samples:COUNT tests:COUNT",
            "object object_id",
            "operator source instrument_id code");
    static final ContractFile QUANTILES = new ContractFile(
            "quantiles",
            "object:TEXT object_id:TEXT operator:TEXT rat:TEXT measure:TEXT method:TEXT samples:COUNT p05:PLAIN p50:PLAIN"
                    + " p95:PLAIN within:PLAIN",
            "object object_id",
            "operator rat measure method");
    static final List<ContractFile> ALL = List.of(
            POINTS,
            PLACES,
            BINS,
            SECTIONS,
            LINES,
            RATES,
            PROGRESS,
            PLAN,
            CROWD,
            SERVICES,
            SCORES,
            AGGREGATES,
            AGREEMENT,
            DISAGREEMENTS,
            INSTRUMENTS,
            QUANTILES);

    private final String name;
    private final List<String> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final RowOrder order;

    /**
     * @param object columns by which rows are sorted first: they name the object of a row
     * @param rest columns by which the rows of an object are sorted
     */
    private ContractFile(String name, String columns, String object, String rest) {
        this.name = name;
        for (String column : columns.split(" +")) {
            this.columns.add(column.substring(0, column.indexOf(':')));
            cells.add(Cell.valueOf(column.substring(column.indexOf(':') + 1)));
        }
        this.order = new RowOrder(this.columns, cells, List.of(object.split(" ")), List.of(rest.split(" ")));
    }

    String csvName() {
        return name + ".csv";
    }

    List<Cell> cells() {
        return cells;
    }

    RowOrder order() {
        return order;
    }

    private Schema schema() {
        Schema.Builder schema = Schema.of(name);
        for (int i = 0; i < columns.size(); i++) {
            schema.with(cells.get(i).type(), columns.get(i));
        }
        return schema.build();
    }

    /** Writes the gathered rows as {@code <name>.csv} and {@code data/<name>.parquet}, sorted. */
    void publish(GatheredRows rows, Path folder) {
        try (CsvWriter csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(folder.resolve(csvName()), StandardCharsets.UTF_8);
                ParquetFile table = ParquetFile.toKeep(folder.resolve("data").resolve(name + ".parquet"), schema())) {
            csv.writeRecord(columns);
            String[] record = new String[columns.size()];
            rows.forEach(row -> {
                for (int i = 0; i < record.length; i++) {
                    record[i] = cells.get(i).text(row, i);
                }
                csv.writeRecord(record);
                put(row, table);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(CellRow row, ParquetFile table) {
        for (int i = 0; i < columns.size(); i++) {
            if (row.isMissing(i)) {
                continue;
            }
            switch (cells.get(i).type()) {
                case VARCHAR -> table.put(i, row.text(i));
                case BIGINT -> table.put(i, row.count(i));
                default -> table.put(i, row.number(i));
            }
        }
        try {
            table.endRow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
