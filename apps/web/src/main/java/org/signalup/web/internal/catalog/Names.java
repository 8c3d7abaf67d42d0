package org.signalup.web.internal.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultTables;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;
import org.signalup.web.internal.site.SqlWhere;

/** Names for the codes of an evaluation, and the codes it has. A code no list knows is its own name. */
public final class Names {
    private static final String GB_CODE = "[0-9]{6}";

    private final Programme programme;
    private final List<String> operators;
    private final List<String> scenarios;
    private final Map<String, String> divisions = new HashMap<>();

    private Names(Programme programme, List<String> operators, List<String> scenarios) {
        this.programme = programme;
        this.operators = operators;
        this.scenarios = scenarios;
    }

    static Names of(Programme programme, ResultTables tables) {
        Set<String> operators = new LinkedHashSet<>(tables.list(
                "SELECT DISTINCT operator FROM places UNION SELECT DISTINCT operator FROM lines ORDER BY 1",
                row -> row.text(0)));
        operators.remove(ResultRows.ALL);
        Set<String> scenarios = new LinkedHashSet<>(
                tables.list("SELECT DISTINCT scenario FROM ledger_place ORDER BY 1", row -> row.text(0)));
        Names names = new Names(
                programme,
                ordered(programme.operators().stream().map(Operator::code).toList(), operators),
                ordered(programme.scenarios().stream().map(Scenario::code).toList(), scenarios));
        tables.forEach("SELECT code, name FROM division", row -> names.divisions.put(row.text(0), row.text(1)));
        return names;
    }

    private static List<String> ordered(List<String> programme, Set<String> found) {
        List<String> ordered =
                new ArrayList<>(programme.stream().filter(found::contains).toList());
        found.stream().filter(code -> !programme.contains(code)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /** Operators with rows, in the programme's order, without ALL. */
    public List<String> operators() {
        return operators;
    }

    /** Scenarios of places in the ledger, in the programme's order. */
    public List<String> scenarios() {
        return scenarios;
    }

    public Text operator(String code) {
        if (code.equals(ResultRows.ALL)) {
            return Text.of("全部应达标企业", "all obliged");
        }
        return found(
                programme.operators().stream()
                        .filter(operator -> operator.code().equals(code))
                        .map(Operator::name)
                        .findFirst(),
                code);
    }

    public Text scenario(String code) {
        return found(
                programme.scenarios().stream()
                        .filter(scenario -> scenario.code().equals(code))
                        .map(Scenario::name)
                        .findFirst(),
                code);
    }

    public Text pointKind(String code) {
        return found(
                programme.pointKinds().stream()
                        .filter(kind -> kind.code().equals(code))
                        .map(PointKind::name)
                        .findFirst(),
                code);
    }

    /** A reporting region or a division. */
    public Text region(String code) {
        return programme.regions().stream()
                .filter(region -> region.code().equals(code))
                .map(Programme.Region::name)
                .findFirst()
                .orElseGet(() -> Text.same(division(code)));
    }

    /** The name of the whole. */
    public Text wholeRegion() {
        return region(programme.rootRegion());
    }

    /** A region by the prefix its division codes share: {@code 11}, {@code 1101}, {@code 110105}. */
    public Text regionOfPrefix(String prefix) {
        return programme.regions().stream()
                .filter(region -> region.prefix().equals(prefix))
                .map(Programme.Region::name)
                .findFirst()
                .orElseGet(() -> region(padded(prefix)));
    }

    /** The prefix of the division codes of a region: its own as declared, else the code without its ending zeros. */
    public String prefixOf(String region) {
        return programme.regions().stream()
                .filter(declared -> declared.code().equals(region))
                .map(Programme.Region::prefix)
                .findFirst()
                .orElseGet(() -> region.matches(GB_CODE) ? region.replaceFirst("(00){1,2}$", "") : region);
    }

    /** The code of the region with this prefix as {@code progress} has it. */
    public String regionCode(String prefix) {
        if (prefix.isEmpty()) {
            return programme.rootRegion();
        }
        return programme.regions().stream()
                .filter(region -> region.prefix().equals(prefix))
                .map(Programme.Region::code)
                .findFirst()
                .orElseGet(() -> padded(prefix));
    }

    private static String padded(String prefix) {
        return prefix.matches("[0-9]{2}|[0-9]{4}") ? (prefix + "0000").substring(0, 6) : prefix;
    }

    public String division(String code) {
        return divisions.getOrDefault(code, code);
    }

    /**
     * Adds the condition that a division code lies in a region: a reporting region, a division of the ledger with all below
     * it, a GB/T 2260 code, or the beginning of codes.
     */
    public void inRegion(SqlWhere where, String column, String region) {
        if (region.isEmpty() || region.equals(programme.rootRegion())) {
            return;
        }
        where.and(
                "STARTS_WITH(" + column + ", ?) OR " + column
                        + " IN (WITH RECURSIVE below AS (SELECT code FROM division WHERE code = ? UNION SELECT d.code"
                        + " FROM division AS d JOIN below AS b ON d.parent = b.code) SELECT code FROM below)",
                prefixOf(region),
                region);
    }

    private static Text found(Optional<Text> name, String code) {
        return name.orElseGet(() -> Text.same(code));
    }
}
