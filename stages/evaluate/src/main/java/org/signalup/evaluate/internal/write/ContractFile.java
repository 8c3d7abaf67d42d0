package org.signalup.evaluate.internal.write;

import java.util.ArrayList;
import java.util.List;
import org.signalup.engine.Schema;

/** A result file of the contract: its columns and how each is written. */
final class ContractFile {
    private static final String MEASURED =
            "samples:COUNT covered:COUNT share:SHARE share_low:SHARE share_high:SHARE clusters:COUNT dates:COUNT dates_failed:COUNT";
    private static final String VERDICT = " verdict:CODE evidence:CODE";
    private static final String ROW = "operator:CODE rat:CODE ";

    static final ContractFile POINTS = new ContractFile(
            "points",
            "point_id:TEXT place_id:TEXT line_id:TEXT " + ROW + MEASURED
                    + " on_rat_share:SHARE no_service:COUNT weak:COUNT interfered:COUNT" + VERDICT);
    static final ContractFile PLACES = new ContractFile(
            "places",
            "place_id:TEXT operator:CODE" + VERDICT + " points:COUNT points_passed:COUNT points_retest:COUNT"
                    + " points_failed:COUNT points_open:COUNT score:SCORE stars:COUNT stars_reason:TEXT");
    static final ContractFile BINS = new ContractFile(
            "bins",
            "line_id:TEXT bin:COUNT from_m:METRES to_m:METRES " + ROW + MEASURED
                    + " no_service:COUNT weak:COUNT interfered:COUNT" + VERDICT);
    private static final String LENGTHS =
            ROW + "length_m:METRES judged_m:METRES passed_m:METRES retest_m:METRES failed_m:METRES"
                    + " ratio:SHARE ratio_low:SHARE ratio_high:SHARE longest_gap_m:METRES" + VERDICT;
    static final ContractFile SECTIONS = new ContractFile("sections", "line_id:TEXT section_id:TEXT " + LENGTHS);
    static final ContractFile LINES =
            new ContractFile("lines", "line_id:TEXT " + LENGTHS + " stars:COUNT stars_reason:TEXT");
    static final ContractFile RATES = new ContractFile(
            "rates",
            "object:CODE object_id:TEXT " + ROW + "direction:CODE method:CODE tests:COUNT devices:COUNT"
                    + " mean:RATE low:RATE high:RATE clipped_mean:RATE median:RATE p10:RATE share_ok:SHARE share_low:SHARE"
                    + " share_high:SHARE verdict:CODE");
    static final ContractFile PROGRESS = new ContractFile(
            "progress",
            "target:TEXT region:TEXT operator:CODE unit:CODE goal:PLAIN base:PLAIN listed:PLAIN reported:PLAIN"
                    + " tested:PLAIN passed:PLAIN passed_a:PLAIN passed_b:PLAIN passed_c:PLAIN retest:PLAIN failed:PLAIN"
                    + " open:PLAIN estimate:SHARE low:SHARE high:SHARE n:COUNT verdict:CODE");
    static final ContractFile PLAN = new ContractFile(
            "plan",
            "target:TEXT " + ROW + "verdict:CODE evidence:CODE visits_for_b:COUNT visits_for_a:COUNT reason:TEXT");

    private final String name;
    private final List<String> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    private ContractFile(String name, String columns) {
        this.name = name;
        for (String column : columns.split(" +")) {
            this.columns.add(column.substring(0, column.indexOf(':')));
            cells.add(Cell.valueOf(column.substring(column.indexOf(':') + 1)));
        }
    }

    String name() {
        return name;
    }

    String csvName() {
        return name + ".csv";
    }

    List<String> columns() {
        return columns;
    }

    List<Cell> cells() {
        return cells;
    }

    /** The columns as a table has them. */
    Schema schema() {
        Schema.Builder schema = Schema.of("result_" + name);
        for (int i = 0; i < columns.size(); i++) {
            schema.with(cells.get(i).type(), columns.get(i));
        }
        return schema.build();
    }
}
