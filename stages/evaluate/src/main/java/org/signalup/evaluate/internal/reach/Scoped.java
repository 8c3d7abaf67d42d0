package org.signalup.evaluate.internal.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.signalup.domain.Reach;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.evaluate.MapCode;
import org.signalup.standards.Programme;

/**
 * The tables of an evaluation as views that hold what lies within a reach and nothing else, so that a query that forgets a
 * condition shows nothing foreign. Packed verdicts of the map keep the bits of seen operators only.
 */
public final class Scoped {
    private static final String STRETCH = "^(.*):K[0-9]+[+][0-9]+-K[0-9]+[+][0-9]+$";
    private static final String NOTHING = "1 = 0";

    private final Engine engine;
    private final Reach reach;
    private final Keys keys;
    private final String prefix;

    /** @param prefix of the names of the tables, for two evaluations in one session */
    public Scoped(Engine engine, Reach reach, Programme programme, String prefix) {
        this.engine = engine;
        this.reach = reach;
        this.keys = new Keys(engine, reach, programme, prefix);
        this.prefix = prefix;
    }

    /** Where the files of a table are to be attached. */
    public String attachedAs(String table) {
        return keys.whole(table);
    }

    /** Makes the views; the files are attached by then. */
    public void define(List<String> tables, Predicate<String> has) {
        keys.write(has);
        for (String table : tables) {
            if (has.test(table)) {
                engine.define(
                        prefix + table,
                        "SELECT " + columns(table, has) + " FROM " + keys.whole(table) + " AS t WHERE "
                                + condition(table, has));
            }
        }
    }

    private String condition(String table, Predicate<String> has) {
        return switch (table) {
            case "places", "goal_place" -> place("t.place_id") + " AND " + operator();
            case "ledger_place", "map_place" -> place("t.place_id");
            case "points" -> id("point", "t.point_id") + " AND " + operator();
            case "ledger_point", "map_point" -> id("point", "t.point_id");
            case "lines", "sections", "bins" -> id("line", "t.line_id") + " AND " + operator();
            case "ledger_line", "ledger_section", "ledger_bin", "map_line" -> id("line", "t.line_id");
            case "match", "test_match" -> id("target", "t.tid") + " AND " + operator();
            case "map_slot" -> operator();
            case "division" -> "t.code IN (SELECT id FROM " + keys.seen("division") + ")";
            case "rates",
                    "services",
                    "scores",
                    "source_agreement",
                    "source_disagreements",
                    "instrument_refusals",
                    "quantiles" -> rates() + " AND " + operator();
            // Counted over all objects: shown to those whom nothing but the operator limits.
            case "crowd_filters", "service_aggregates" ->
                (keys.limitsObjects() ? NOTHING : "1 = 1") + " AND " + operator();
            case "progress" -> id("region", "t.region") + " AND " + id("goal", "t.target") + " AND " + operator();
            case "plan" -> plan() + " AND " + operator();
            case "sample" -> sample(has) + " AND " + operator();
            // Files and refused rows are everybody's raw inputs; a table nobody thought of is nobody's.
            default -> NOTHING;
        };
    }

    private String place(String column) {
        return id("place", column);
    }

    private String id(String kind, String column) {
        return keys.limitsObjects() ? column + " IN (SELECT id FROM " + keys.seen(kind) + ")" : "1 = 1";
    }

    private String operator() {
        return keys.operators().isPresent() ? "t.operator IN (SELECT id FROM " + keys.seen("operator") + ")" : "1 = 1";
    }

    /** Rates of a region are of all its objects: they are seen where nothing but division and operator limits. */
    private String rates() {
        if (!keys.limitsObjects()) {
            return "1 = 1";
        }
        String objects = "(t.object = 'PLACE' AND " + place("t.object_id") + ") OR (t.object = 'LINE' AND "
                + id("line", "t.object_id") + ")";
        boolean regions = reach.scenarios().isEmpty() && reach.places().isEmpty();
        return "(" + objects + (regions ? " OR (t.object = 'REGION' AND " + id("region", "t.object_id") + ")" : "")
                + ")";
    }

    /** A target of the plan is a key point, or a stretch written as its line with two chainages. */
    private String plan() {
        if (!keys.limitsObjects()) {
            return "1 = 1";
        }
        return "(t.target IN (SELECT id FROM " + keys.seen("point") + ") OR (t.target NOT IN (SELECT point_id FROM "
                + keys.whole("ledger_point") + ") AND REGEXP_REPLACE(t.target, '" + STRETCH
                + "', '\\1') IN (SELECT id FROM " + keys.seen("line") + ")))";
    }

    /** Samples that counted for something seen. */
    private String sample(Predicate<String> has) {
        if (!keys.limitsObjects()) {
            return "1 = 1";
        }
        String matched = List.of("match", "test_match").stream()
                .filter(has)
                .map(table -> "SELECT file_no, row_no FROM " + keys.whole(table) + " WHERE tid IN (SELECT id FROM "
                        + keys.seen("target") + ")")
                .collect(Collectors.joining(" UNION ALL "));
        return matched.isEmpty()
                ? NOTHING
                : "EXISTS (SELECT 1 FROM (" + matched + ") AS m WHERE m.file_no = t.file_no AND m.row_no = t.row_no)";
    }

    private String columns(String table, Predicate<String> has) {
        if (keys.operators().isEmpty() || table.equals("map_slot")) {
            return "t.*";
        }
        UnaryOperator<String> shown = Scoped::unnamed;
        if (table.startsWith("map_")) {
            Masks masks = has.test("map_slot") ? masks(keys.operators()) : new Masks(0, 0);
            shown = masks::column;
        }
        return engine.columns(keys.whole(table)).stream()
                .map(Column::name)
                .map(shown)
                .collect(Collectors.joining(", "));
    }

    /** Why the stars of all together are so few names the operators with the fewest: gone, with whose they are. */
    private static String unnamed(String column) {
        return column.equals("stars_reason")
                ? "NULLIF(LTRIM(REGEXP_REPLACE(t.stars_reason, '(^|;)LEAST:[^;]*', '', 'g'), ';'), '') AS stars_reason"
                : "t." + column;
    }

    private Masks masks(Optional<Set<String>> operators) {
        long codes = 0;
        long bits = 0;
        for (int shift : engine.list(
                "SELECT operator, shift FROM " + keys.whole("map_slot"),
                row -> operators.orElseThrow().contains(row.text(0)) ? row.getInt(1) : -1)) {
            codes |= shift < 0 ? 0 : MapCode.mask(shift);
            bits |= shift < 0 ? 0 : 1L << (shift / MapCode.BITS);
        }
        return new Masks(codes, bits);
    }

    /**
     * Which bits of packed columns are seen.
     *
     * @param codes of columns with a {@link MapCode} an operator
     * @param bits of columns with one bit an operator
     */
    private record Masks(long codes, long bits) {
        String column(String name) {
            if (name.equals("verdicts") || name.equals("stars") || name.startsWith("v_")) {
                return "CAST(t." + name + " & " + codes + " AS BIGINT) AS " + name;
            }
            return name.startsWith("f_") ? "CAST(t." + name + " & " + bits + " AS BIGINT) AS " + name : "t." + name;
        }
    }
}
