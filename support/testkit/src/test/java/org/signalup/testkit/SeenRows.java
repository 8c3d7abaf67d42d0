package org.signalup.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.LineKind;
import org.signalup.domain.Reach;
import org.signalup.engine.Column;
import org.signalup.evaluate.ResultTables;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;

/** The rows of an evaluation within a reach, found slowly and row by row. */
final class SeenRows {
    private final Map<String, List<Map<String, String>>> whole;
    private final Programme programme;
    private final Reach reach;
    private final Set<String> places = new HashSet<>();
    private final Set<String> lines = new HashSet<>();
    private final Set<String> points = new HashSet<>();
    private final Set<String> allPoints = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private final Set<String> samples = new HashSet<>();

    /** @param whole every table with all its rows, by {@link #rows} */
    SeenRows(Map<String, List<Map<String, String>>> whole, Programme programme, Reach reach) {
        this.whole = whole;
        this.programme = programme;
        this.reach = reach;
        rows("ledger_place").stream()
                .filter(row -> reach.holdsDivision(row.get("division_code"))
                        && reach.holdsScenario(row.get("scenario"))
                        && reach.holdsPlace(row.get("place_id")))
                .forEach(row -> places.add(row.get("place_id")));
        Map<String, Set<String>> codes = new HashMap<>();
        rows("ledger_section")
                .forEach(row -> codes.computeIfAbsent(row.get("line_id"), id -> new HashSet<>())
                        .add(row.get("division_code")));
        rows("ledger_line").forEach(row -> {
            Set<String> own = new HashSet<>(codes.getOrDefault(row.get("line_id"), Set.of()));
            own.addAll(Arrays.asList(row.get("division_codes").split(";")));
            if (reach.places().isEmpty()
                    && reach.holdsScenario(row.get("kind").equals("METRO") ? "METRO" : "TRANSPORT")
                    && own.stream().anyMatch(reach::holdsDivision)) {
                lines.add(row.get("line_id"));
            }
        });
        rows("ledger_point").forEach(row -> {
            allPoints.add(row.get("point_id"));
            if (places.contains(row.get("place_id")) || lines.contains(row.get("line_id"))) {
                points.add(row.get("point_id"));
                targets.add(row.get("tid"));
            }
        });
        rows("ledger_bin").stream()
                .filter(row -> lines.contains(row.get("line_id")))
                .forEach(row -> targets.add(row.get("tid")));
        Stream.of("match", "test_match")
                .filter(whole::containsKey)
                .forEach(table -> rows(table).stream()
                        .filter(row -> targets.contains(row.get("tid")))
                        .forEach(row -> samples.add(row.get("file_no") + ":" + row.get("row_no"))));
    }

    /** Every row of a table by column, as text; a missing value is empty. */
    static List<Map<String, String>> rows(ResultTables tables, String table) {
        List<Column> columns = tables.columns(table);
        List<Map<String, String>> rows = new ArrayList<>();
        tables.forEach("SELECT * FROM " + table, row -> {
            Map<String, String> values = new TreeMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i).name(), row.text(i) == null ? "" : row.text(i));
            }
            rows.add(values);
        });
        return rows;
    }

    private List<Map<String, String>> rows(String table) {
        return whole.get(table);
    }

    List<Map<String, String>> of(String table) {
        return rows(table).stream()
                .filter(row -> reach.everything() || sees(table, row))
                .map(row -> table.startsWith("map_") ? masked(row) : unnamed(row))
                .toList();
    }

    /** Which operators have the fewest stars is not for one of them. */
    private Map<String, String> unnamed(Map<String, String> row) {
        if (reach.operators().isEmpty() || !row.containsKey("stars_reason")) {
            return row;
        }
        Map<String, String> unnamed = new TreeMap<>(row);
        unnamed.put(
                "stars_reason",
                Stream.of(row.get("stars_reason").split(";"))
                        .filter(code -> !code.startsWith("LEAST:"))
                        .collect(Collectors.joining(";")));
        return unnamed;
    }

    private boolean sees(String table, Map<String, String> row) {
        if (row.containsKey("operator") && !operator(row.get("operator"))) {
            return false;
        }
        return switch (table) {
            case "places", "goal_place", "ledger_place", "map_place" -> places.contains(row.get("place_id"));
            case "points", "ledger_point", "map_point" -> points.contains(row.get("point_id"));
            case "lines", "sections", "bins", "ledger_line", "ledger_section", "ledger_bin", "map_line" ->
                lines.contains(row.get("line_id"));
            case "match", "test_match" -> targets.contains(row.get("tid"));
            case "map_slot" -> true;
            case "division" -> reach.holdsDivision(row.get("code"));
            case "rates",
                    "services",
                    "scores",
                    "source_agreement",
                    "source_disagreements",
                    "instrument_refusals",
                    "quantiles" -> limitsNothing() || rate(row.get("object"), row.get("object_id"));
            case "progress" -> limitsNothing() || (region(row.get("region")) && goal(row.get("target")));
            case "plan" -> limitsNothing() || plan(row.get("target"));
            case "sample" -> limitsNothing() || samples.contains(row.get("file_no") + ":" + row.get("row_no"));
            default -> false;
        };
    }

    private boolean operator(String code) {
        return reach.operators().isEmpty()
                || reach.operators().get().contains(code)
                || (code.equals("ALL") && !reach.operators().get().isEmpty());
    }

    private boolean limitsNothing() {
        return reach.divisions().isEmpty() && limitedByDivisionOnly();
    }

    private boolean limitedByDivisionOnly() {
        return reach.scenarios().isEmpty() && reach.places().isEmpty();
    }

    private boolean rate(String object, String id) {
        return switch (object) {
            case "PLACE" -> places.contains(id);
            case "LINE" -> lines.contains(id);
            default -> region(id) && limitedByDivisionOnly();
        };
    }

    private boolean region(String code) {
        return switch (code) {
            case "CN" -> reach.holdsDivision("");
            case "NORTH" -> reach.holdsDivision("3205");
            default ->
                reach.holdsDivision(
                        code.matches("[0-9]{2}0000")
                                ? code.substring(0, 2)
                                : code.matches("[0-9]{4}00") ? code.substring(0, 4) : code);
        };
    }

    private boolean goal(String id) {
        ProgrammeTarget target = programme.targets().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (limitedByDivisionOnly()) {
            return true;
        }
        Set<String> counted = new HashSet<>(target.scenarios());
        target.lineKinds().forEach(kind -> counted.add(kind == LineKind.METRO ? "METRO" : "TRANSPORT"));
        boolean rate = target.unit() == ProgrammeTarget.Unit.MBPS || target.unit() == ProgrammeTarget.Unit.SHARE;
        return reach.places().isEmpty()
                && !rate
                && !counted.isEmpty()
                && counted.stream().allMatch(reach::holdsScenario);
    }

    private boolean plan(String target) {
        int stretch = target.lastIndexOf(":K");
        return allPoints.contains(target)
                ? points.contains(target)
                : lines.contains(stretch < 0 ? target : target.substring(0, stretch));
    }

    /** Four bits an operator, or one in columns of failing bins; those of others are gone. */
    private Map<String, String> masked(Map<String, String> row) {
        Map<String, String> masked = new TreeMap<>(row);
        row.forEach((column, value) -> {
            int bits = column.startsWith("f_") ? 1 : 4;
            if (bits == 1 || column.startsWith("v_") || column.equals("verdicts") || column.equals("stars")) {
                long packed = Long.parseLong(value);
                for (Map<String, String> slot : rows("map_slot")) {
                    int from = Integer.parseInt(slot.get("shift")) / 4 * bits;
                    if (!operator(slot.get("operator"))) {
                        packed &= ~(((1L << bits) - 1) << from);
                    }
                }
                masked.put(column, Long.toString(packed));
            }
        });
        return masked;
    }
}
