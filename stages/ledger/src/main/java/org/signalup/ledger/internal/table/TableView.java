package org.signalup.ledger.internal.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.Findings.Spot;

/** A table seen through the columns we know: which heading is where and in which unit. */
public final class TableView {
    private static final Pattern WITH_UNIT = Pattern.compile("(.+?)\\s*[(\\[](.*)[)\\]]");
    private static final Map<String, Double> METRES =
            Map.of("m", 1.0, "米", 1.0, "km", 1000.0, "公里", 1000.0, "千米", 1000.0);

    private final Table table;
    private final Map<String, Column> columns = new HashMap<>();

    /** Where a column is; {@code factor} turns its unit into metres. */
    public record Column(String heading, int index, double factor) {}

    private TableView(Table table) {
        this.table = table;
    }

    /** Finds the known columns; unknown, doubled and missing ones are reported. */
    public static TableView of(Table table, List<Heading> known, List<String> required, Findings findings) {
        TableView view = new TableView(table);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            view.place(i, known, unknown, findings);
        }
        if (!unknown.isEmpty()) {
            findings.warn(
                    new Spot(table.file(), 1, "", String.join("; ", unknown)),
                    "COLUMNS_UNKNOWN",
                    "不认识的列，未使用",
                    "unknown columns, not used");
        }
        for (Heading heading : known) {
            if (required.contains(heading.code()) && !view.columns.containsKey(heading.code())) {
                findings.error(
                        new Spot(table.file(), 1, heading.code(), ""),
                        "COLUMN_MISSING",
                        "缺少列（应为：" + heading.code() + " 或 " + heading.zh() + "）",
                        "column is missing (expected: " + heading.code() + " or " + heading.zh() + ")");
            }
        }
        return view;
    }

    private void place(int index, List<Heading> known, List<String> unknown, Findings findings) {
        String heading = table.headings().get(index);
        String key = Normalizer.normalize(heading.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String unit = "";
        Matcher withUnit = WITH_UNIT.matcher(key);
        if (withUnit.matches()) {
            key = withUnit.group(1);
            unit = withUnit.group(2).strip();
        }
        for (Heading candidate : known) {
            Column column = match(candidate, key, unit, index);
            if (column != null) {
                put(candidate, column, findings);
                return;
            }
        }
        if (!heading.isBlank()) {
            unknown.add(heading.strip());
        }
    }

    private Column match(Heading candidate, String key, String unit, int index) {
        String heading = table.headings().get(index).strip();
        String bare = key.replace(' ', '_');
        boolean named = bare.equals(candidate.code())
                || key.equals(candidate.zh())
                || candidate.aliases().contains(key);
        if (!candidate.length()) {
            return named ? new Column(heading, index, 1) : null;
        }
        String stem = candidate.code().substring(0, candidate.code().length() - 2);
        if (bare.equals(stem + "_km")) {
            return new Column(heading, index, METRES.get("km"));
        }
        if (!named && !bare.equals(stem)) {
            return null;
        }
        // An unknown unit is kept as "not a number", so that it is reported once, where the column is put.
        return new Column(heading, index, unit.isEmpty() ? 1 : METRES.getOrDefault(unit, Double.NaN));
    }

    private void put(Heading heading, Column column, Findings findings) {
        if (Double.isNaN(column.factor())) {
            findings.error(
                    new Spot(table.file(), 1, heading.code(), column.heading()),
                    "UNIT_UNKNOWN",
                    "表头里的单位不认识（应为：m、米、km、公里）",
                    "unknown unit in the heading (expected: m or km)");
        }
        Column usable = Double.isNaN(column.factor()) ? new Column(column.heading(), column.index(), 1) : column;
        Column other = columns.putIfAbsent(heading.code(), usable);
        if (other != null) {
            findings.error(
                    new Spot(table.file(), 1, heading.code(), column.heading()),
                    "COLUMN_TWICE",
                    "与“" + other.heading() + "”是同一列（应为：每列只出现一次）",
                    "is the same column as \"" + other.heading() + "\" (expected: each column once)");
        }
    }

    public boolean has(String code) {
        return columns.containsKey(code);
    }

    public Table table() {
        return table;
    }

    /** One row, ready to be read cell by cell. */
    public Cells cells(Table.Row row, Findings findings) {
        return new Cells(this, row, findings);
    }

    Column column(String code) {
        return columns.get(code);
    }
}
