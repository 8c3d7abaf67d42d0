package org.signalup.publish.internal.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.Results;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.Standard;

/** Names for codes. What no list knows keeps its code as its name. */
public final class Names {
    private final Programme programme;
    private final Standard standard;
    private final List<String> operators;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, KeyPoint> points = new HashMap<>();
    private final Map<String, String> divisions = new HashMap<>();

    public Names(Results results) {
        programme = results.programme();
        standard = results.standard();
        Ledger ledger = results.ledger();
        ledger.places().forEach(place -> places.put(place.id(), place));
        ledger.lines().forEach(line -> lines.put(line.id(), line));
        ledger.keyPoints().forEach(point -> points.put(point.id(), point));
        ledger.divisions().forEach(division -> divisions.put(division.code(), division.name()));
        operators = operatorsOf(results);
    }

    private List<String> operatorsOf(Results results) {
        Set<String> found = new LinkedHashSet<>(obliged());
        results.places().stream().map(PlaceRow::operator).forEach(found::add);
        results.lines().stream().map(LineRow::operator).forEach(found::add);
        found.remove(ResultRows.ALL);
        List<String> ordered = new ArrayList<>();
        programme.operators().stream().map(Operator::code).filter(found::remove).forEach(ordered::add);
        ordered.addAll(found);
        return List.copyOf(ordered);
    }

    /** The operators obliged where the ledger names none. */
    public List<String> obliged() {
        return programme.obligedOperators().orElse(standard.obligedOperators());
    }

    /** The operators that have rows, in the programme's order, without ALL. */
    public List<String> operators() {
        return operators;
    }

    /** The operators that have rows, then ALL. */
    public List<String> operatorsAndAll() {
        List<String> codes = new ArrayList<>(operators);
        codes.add(ResultRows.ALL);
        return codes;
    }

    public Text operator(String code) {
        if (code.equals(ResultRows.ALL)) {
            return Text.of("全部应达标企业", "all obliged");
        }
        return programme.operators().stream()
                .filter(operator -> operator.code().equals(code))
                .map(Operator::name)
                .findFirst()
                .orElseGet(() -> Text.same(code));
    }

    public Optional<Place> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    public Optional<Line> line(String id) {
        return Optional.ofNullable(lines.get(id));
    }

    public Optional<KeyPoint> point(String id) {
        return Optional.ofNullable(points.get(id));
    }

    public String placeName(String id) {
        return place(id).map(Place::name).orElse(id);
    }

    public String lineName(String id) {
        return line(id).map(Line::name).orElse(id);
    }

    public String pointName(String id) {
        return point(id).map(KeyPoint::name).orElse(id);
    }

    public Text scenario(String code) {
        return programme.scenarios().stream()
                .filter(scenario -> scenario.code().equals(code))
                .map(org.signalup.standards.Scenario::name)
                .findFirst()
                .orElseGet(() -> Text.same(code));
    }

    public Text pointKind(String code) {
        return programme.pointKinds().stream()
                .filter(kind -> kind.code().equals(code))
                .map(org.signalup.standards.PointKind::name)
                .findFirst()
                .orElseGet(() -> Text.same(code));
    }

    public Text region(String code) {
        return programme.regions().stream()
                .filter(region -> region.code().equals(code))
                .map(Programme.Region::name)
                .findFirst()
                .orElseGet(() -> Text.same(divisions.getOrDefault(code, code)));
    }

    public String division(String code) {
        return divisions.getOrDefault(code, code);
    }

    public Optional<ProgrammeTarget> target(String id) {
        return programme.targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst();
    }

    /** The technology row that decides a line; where both must pass, the harder one to meet is shown. */
    public RatRow decidingRow(String lineId) {
        return line(lineId)
                .map(line -> standard.lineRule(line.kind(), line.grade()).ratRule())
                .map(Names::row)
                .orElse(RatRow.ANY);
    }

    private static RatRow row(Standard.RatRule rule) {
        return switch (rule) {
            case ANY -> RatRow.ANY;
            case FOUR_G -> RatRow.G4;
            case FIVE_G, BOTH -> RatRow.G5;
        };
    }
}
