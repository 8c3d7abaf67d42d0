package org.signalup.register;

import java.util.List;
import org.signalup.domain.Text;

/** What the ledger is made of, and the instruments it is measured with. */
public enum Subject {
    PLACE(
            "place",
            "place_id",
            Text.of("重点场所", "place"),
            List.of(
                    "place_id",
                    "name",
                    "scenario",
                    "category",
                    "division_code",
                    "lon",
                    "lat",
                    "crs",
                    "address",
                    "owner",
                    "department",
                    "target_year",
                    "operators",
                    "reported_done")),
    KEY_POINT(
            "key_point",
            "point_id",
            Text.of("关键点位", "key point"),
            List.of(
                    "point_id",
                    "place_id",
                    "line_id",
                    "name",
                    "kind",
                    "lon",
                    "lat",
                    "crs",
                    "radius_m",
                    "indoor",
                    "floor",
                    "chainage_from_m",
                    "chainage_to_m",
                    "exempt_reason")),
    LINE(
            "ledger_line",
            "line_id",
            Text.of("线路", "line"),
            List.of(
                    "line_id",
                    "name",
                    "kind",
                    "grade",
                    "division_codes",
                    "operators",
                    "length_km",
                    "reported_done",
                    "crs",
                    "feature")),
    INSTRUMENT(
            "instrument",
            "instrument_id",
            Text.of("评测仪器仪表", "instrument"),
            List.of(
                    "instrument_id",
                    "name",
                    "kind",
                    "model",
                    "chipset",
                    "firmware",
                    "antenna",
                    "attenuation_db",
                    "device_ids",
                    "calibrated_on",
                    "certificate_no",
                    "accreditation",
                    "valid_from",
                    "valid_to",
                    "compared_on",
                    "comparison",
                    "uncertainty_db",
                    "coverage_factor"));

    private final String table;
    private final String key;
    private final Text text;
    private final List<String> columns;

    Subject(String table, String key, Text text, List<String> columns) {
        this.table = table;
        this.key = key;
        this.text = text;
        this.columns = columns;
    }

    /** Its table, which is also how the record of changes names it. */
    public String table() {
        return table;
    }

    /** The column of its id. */
    public String key() {
        return key;
    }

    public Text text() {
        return text;
    }

    /** The columns of the file contract; a line's geometry and sections are in {@code feature}. */
    public List<String> columns() {
        return columns;
    }

    /** By the name of its table. */
    public static Subject ofTable(String table) {
        for (Subject subject : values()) {
            if (subject.table.equals(table)) {
                return subject;
            }
        }
        throw new IllegalArgumentException("no subject of the ledger: " + table);
    }
}
