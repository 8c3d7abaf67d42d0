package org.signalup.evaluate.internal.reach;

import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.signalup.domain.LineKind;
import org.signalup.domain.Reach;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;

/**
 * Ids of what lies within a reach, as small datasets {@code seen_…} with one column {@code id}: no code of a reach ever
 * becomes part of a query.
 */
final class Keys {
    private final Engine engine;
    private final Reach reach;
    private final Programme programme;
    private final String prefix;

    Keys(Engine engine, Reach reach, Programme programme, String prefix) {
        this.engine = engine;
        this.reach = reach;
        this.programme = programme;
        this.prefix = prefix;
    }

    /** The files of a table under their private name. */
    String whole(String table) {
        return "whole_" + prefix + table;
    }

    /** The dataset of ids of a kind. */
    String seen(String kind) {
        return "seen_" + prefix + kind;
    }

    /** Whether places, lines and what belongs to them are limited at all. */
    boolean limitsObjects() {
        return reach.divisions().isPresent()
                || reach.scenarios().isPresent()
                || reach.places().isPresent();
    }

    /** The operators whose rows are seen; the row of all obliged together belongs to everybody who sees any. */
    Optional<Set<String>> operators() {
        return reach.operators().map(own -> {
            Set<String> seen = new TreeSet<>(own);
            if (!own.isEmpty()) {
                seen.add(ResultRows.ALL);
            }
            return seen;
        });
    }

    /** Works them out; needs the ledger tables and {@code progress} under their private names. */
    void write(Predicate<String> has) {
        operators().ifPresent(seen -> put("operator", seen));
        put("division", ids(has, "division", "SELECT code FROM %s", reach::holdsDivision));
        if (!limitsObjects()) {
            return;
        }
        put("scope_division", reach.divisions().orElse(Set.of("")));
        put("scope_scenario", reach.scenarios().orElse(Set.of()));
        put("scope_place", reach.places().orElse(Set.of()));
        put("line_kind", lineKinds());
        places();
        lines();
        targets();
        put("region", ids(has, "progress", "SELECT DISTINCT region FROM %s", this::holdsRegion));
        put("goal", goals());
    }

    private void places() {
        String within = "SELECT DISTINCT place_id AS id FROM " + whole("ledger_place") + " AS l WHERE "
                + inDivision("COALESCE(l.division_code, '')");
        if (reach.scenarios().isPresent()) {
            within += " AND l.scenario IN (SELECT id FROM " + seen("scope_scenario") + ")";
        }
        if (reach.places().isPresent()) {
            within += " AND l.place_id IN (SELECT id FROM " + seen("scope_place") + ")";
        }
        engine.materialise(seen("place"), within);
    }

    /** A line is seen as a whole by everybody who answers for a stretch of it. */
    private void lines() {
        String sections = "SELECT line_id FROM " + whole("ledger_section") + " AS s WHERE "
                + inDivision("COALESCE(s.division_code, '')");
        String codes = "SELECT line_id FROM " + whole("ledger_line") + " AS s WHERE EXISTS (SELECT 1 FROM "
                + seen("scope_division") + " AS d WHERE d.id = '' OR POSITION((';' || d.id) IN (';' ||"
                + " COALESCE(s.division_codes, ''))) > 0)";
        engine.materialise(
                seen("line"),
                "SELECT DISTINCT line_id AS id FROM " + whole("ledger_line")
                        + " WHERE kind IN (SELECT id FROM " + seen("line_kind") + ") AND (line_id IN (" + sections
                        + ") OR line_id IN (" + codes + "))");
    }

    private String inDivision(String code) {
        return "EXISTS (SELECT 1 FROM " + seen("scope_division") + " AS d WHERE SUBSTRING(" + code
                + ", 1, LENGTH(d.id)) = d.id)";
    }

    private void targets() {
        String ofPlaceOrLine = " WHERE place_id IN (SELECT id FROM " + seen("place")
                + ") OR line_id IN (SELECT id FROM " + seen("line") + ")";
        engine.materialise(seen("point"), "SELECT point_id AS id, tid FROM " + whole("ledger_point") + ofPlaceOrLine);
        engine.materialise(
                seen("target"),
                "SELECT tid AS id FROM " + seen("point") + " WHERE tid IS NOT NULL UNION ALL SELECT tid AS id FROM "
                        + whole("ledger_bin") + " WHERE tid IS NOT NULL AND line_id IN (SELECT id FROM "
                        + seen("line") + ")");
    }

    /** Kinds of lines within reach; lines are none of somebody's single places. */
    private Set<String> lineKinds() {
        Set<String> kinds = new LinkedHashSet<>();
        for (LineKind kind : LineKind.values()) {
            if (reach.places().isEmpty() && reach.holdsScenario(Targets.scenario(kind))) {
                kinds.add(kind.name());
            }
        }
        return kinds;
    }

    /** A region is seen when all of it lies within reach, for its numbers are of all of it. */
    private boolean holdsRegion(String region) {
        return reach.holdsDivision(prefixOf(region));
    }

    private String prefixOf(String region) {
        return programme.regions().stream()
                .filter(declared -> declared.code().equals(region))
                .map(Programme.Region::prefix)
                .findFirst()
                .orElseGet(() -> region.equals(programme.rootRegion())
                        ? ""
                        : region.matches("[0-9]{6}") ? region.replaceFirst("(00){1,2}$", "") : region);
    }

    /** Targets of the programme that count nothing out of reach within a region. */
    private Set<String> goals() {
        Set<String> goals = new TreeSet<>();
        for (ProgrammeTarget target : programme.targets()) {
            if (reach.places().isEmpty() && (reach.scenarios().isEmpty() || counts(target))) {
                goals.add(target.id());
            }
        }
        return goals;
    }

    private boolean counts(ProgrammeTarget target) {
        return switch (target.unit()) {
            case PLACE, PLACE_SHARE ->
                !target.scenarios().isEmpty() && target.scenarios().stream().allMatch(reach::holdsScenario);
            case KM, LINE ->
                !target.lineKinds().isEmpty()
                        && target.lineKinds().stream().map(Targets::scenario).allMatch(reach::holdsScenario);
            case MBPS, SHARE -> false;
        };
    }

    private List<String> ids(Predicate<String> has, String table, String sql, Predicate<String> held) {
        return has.test(table)
                ? engine.list(sql.formatted(whole(table)), row -> row.text(0)).stream()
                        .filter(held)
                        .toList()
                : List.of();
    }

    private void put(String kind, Collection<String> ids) {
        try (TableWriter out =
                engine.create(Schema.of(seen(kind)).with(VARCHAR, "id").build())) {
            ids.forEach(id -> out.put(id).endRow());
        }
    }
}
