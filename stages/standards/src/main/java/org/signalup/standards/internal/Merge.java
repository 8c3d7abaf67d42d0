package org.signalup.standards.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.Text;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme.Aim;
import org.signalup.standards.Programme.ExemptionCap;
import org.signalup.standards.Programme.ExtraField;
import org.signalup.standards.Programme.Region;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Goal;
import org.signalup.standards.Scenario;

/**
 * Lays overlays over the programme, the later over the earlier. An entry with a known code replaces that entry in its
 * place; a new one goes to the end. A code twice in one file is a problem.
 */
final class Merge {
    Text name = Text.same("");
    String zone = "";
    String rootRegion = "";
    Optional<List<String>> obliged = Optional.empty();
    Optional<ExemptionCap> exemptions = Optional.empty();
    final List<String> ids = new ArrayList<>();
    final Map<String, Item<Operator>> operators = new LinkedHashMap<>();
    final Map<String, Item<Scenario>> scenarios = new LinkedHashMap<>();
    final Map<String, Item<PointKind>> pointKinds = new LinkedHashMap<>();
    final Map<String, Item<Region>> regions = new LinkedHashMap<>();
    final Map<String, Item<ProgrammeTarget>> targets = new LinkedHashMap<>();
    final Map<String, Item<ExtraField>> extraFields = new LinkedHashMap<>();
    final Map<String, Item<Aim>> aims = new LinkedHashMap<>();

    void add(Layer layer) {
        ids.add(layer.id());
        name = layer.name().orElse(name);
        zone = layer.zone().orElse(zone);
        rootRegion = layer.rootRegion().orElse(rootRegion);
        obliged = layer.obligedOperators().or(() -> obliged);
        exemptions = layer.exemptions().or(() -> exemptions);
        layer.dropped().forEach(this::drop);
        put(operators, layer.operators(), "code", Operator::code);
        put(scenarios, layer.scenarios(), "code", Scenario::code);
        put(pointKinds, layer.pointKinds(), "code", PointKind::code);
        put(regions, layer.regions(), "code", Region::code);
        put(targets, layer.targets().stream().map(this::inRegion).toList(), "id", ProgrammeTarget::id);
        put(extraFields, layer.extraFields(), "code", ExtraField::code);
        put(aims, layer.aims(), "id", Aim::id);
        layer.goals().forEach(this::putGoal);
    }

    private void drop(Layer.Section section) {
        switch (section) {
            case OPERATORS -> operators.clear();
            case SCENARIOS -> scenarios.clear();
            case POINT_KINDS -> pointKinds.clear();
            case REGIONS -> regions.clear();
            case TARGETS -> targets.clear();
            case GOALS -> targets.replaceAll((id, item) -> withGoals(item, List.of()));
            case AIMS -> aims.clear();
        }
    }

    private static <T> void put(
            Map<String, Item<T>> into, List<Item<T>> items, String key, Function<T, String> codeOf) {
        Map<String, Integer> firstLines = new LinkedHashMap<>();
        for (Item<T> item : items) {
            String code = codeOf.apply(item.value());
            Integer first = firstLines.putIfAbsent(code, item.origin().line());
            if (first != null && !code.isEmpty()) {
                item.origin()
                        .refuse(
                                key,
                                code,
                                "PROGRAMME_DUPLICATE",
                                Text.of(
                                        "编码重复，首次出现在第 " + first + " 行（应唯一）",
                                        "given twice, first in line " + first + " (expected: once)"));
            }
            into.put(code, item);
        }
    }

    /** A goal that names no region speaks of the whole. */
    private Item<ProgrammeTarget> inRegion(Item<ProgrammeTarget> item) {
        return withGoals(item, item.value().goals().stream().map(this::inRegion).toList());
    }

    private Goal inRegion(Goal goal) {
        return goal.region().isEmpty()
                ? new Goal(rootRegion, goal.year(), goal.number(), goal.all(), goal.base())
                : goal;
    }

    private void putGoal(Item<Layer.RegionGoal> item) {
        String id = item.value().target();
        Item<ProgrammeTarget> target = targets.get(id);
        if (target == null) {
            Known.refuse(item.origin(), "target", id, targets.keySet());
            return;
        }
        Goal goal = inRegion(item.value().goal());
        List<Goal> goals = new ArrayList<>(target.value().goals());
        goals.removeIf(old -> old.region().equals(goal.region()) && old.year() == goal.year());
        goals.add(goal);
        targets.put(id, withGoals(target, goals));
    }

    private static Item<ProgrammeTarget> withGoals(Item<ProgrammeTarget> item, List<Goal> goals) {
        ProgrammeTarget t = item.value();
        return new Item<>(
                new ProgrammeTarget(
                        t.id(),
                        t.name(),
                        t.unit(),
                        t.verb(),
                        t.rule(),
                        t.scenarios(),
                        t.categories(),
                        t.lineKinds(),
                        t.grades(),
                        t.direction(),
                        goals,
                        t.citation()),
                item.origin());
    }
}
