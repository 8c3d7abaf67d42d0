package org.signalup.standards.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.signalup.domain.Direction;
import org.signalup.domain.LineKind;
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
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;

/** Reads one {@code programme.yml}. Problems stay with its {@link StrictYaml} until the layers are merged. */
final class LayerReader {
    private static final double MAX_NUMBER = 1e9;
    private static final double MAX_RADIUS_M = 5_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final boolean overlay;

    private LayerReader(boolean overlay) {
        this.overlay = overlay;
    }

    /**
     * Reads a layer.
     *
     * @param inherited sources declared by the layers below
     */
    static Layer read(Path file, boolean overlay, Map<String, Text> inherited) {
        StrictYaml yaml = StrictYaml.read(file);
        inherited.forEach(yaml::declareSource);
        Sources.declare(yaml);
        return new LayerReader(overlay).layer(yaml);
    }

    private Layer layer(StrictYaml yaml) {
        YamlMap root = yaml.root();
        return new Layer(
                yaml,
                root.text("id"),
                overlay && !root.has("name") ? Optional.empty() : Optional.of(root.bilingual("name")),
                overlay ? root.optionalText("zone") : Optional.of(root.text("zone")),
                overlay ? root.optionalText("root_region") : Optional.of(root.text("root_region")),
                overlay ? root.words("drop", Layer.Section.class) : Set.of(),
                items(root, "operators", LayerReader::operator),
                items(root, "scenarios", LayerReader::scenario),
                items(root, "point_kinds", LayerReader::pointKind),
                items(root, "regions", LayerReader::region),
                items(root, "targets", LayerReader::target),
                overlay ? items(root, "goals", LayerReader::regionGoal) : List.of(),
                items(root, "extra_fields", LayerReader::extraField),
                items(root, "aims", LayerReader::aim),
                root.has("obliged_operators") ? Optional.of(root.texts("obliged_operators")) : Optional.empty(),
                root.optionalMap("exemptions").map(LayerReader::exemptions));
    }

    private static ExemptionCap exemptions(YamlMap map) {
        return new ExemptionCap(map.sourced("place_share", 0, 1), map.sourced("scenario_share", 0, 1));
    }

    private static <T> List<Item<T>> items(YamlMap root, String key, Function<YamlMap, T> reader) {
        List<Item<T>> items = new ArrayList<>();
        for (YamlMap map : root.maps(key)) {
            items.add(new Item<>(reader.apply(map), map));
        }
        return items;
    }

    private static Operator operator(YamlMap map) {
        return new Operator(map.text("code"), map.bilingual("name"), map.texts("plmns"), map.texts("aliases"));
    }

    private static Scenario scenario(YamlMap map) {
        List<Scenario.Category> categories = new ArrayList<>();
        for (YamlMap category : map.maps("categories")) {
            categories.add(new Scenario.Category(category.text("code"), category.bilingual("name")));
        }
        return new Scenario(map.text("code"), map.bilingual("name"), categories, map.texts("point_kinds"));
    }

    private static PointKind pointKind(YamlMap map) {
        return new PointKind(
                map.text("code"),
                map.bilingual("name"),
                map.sourced("radius_m", 1, MAX_RADIUS_M),
                map.flag("indoor", false));
    }

    private static Region region(YamlMap map) {
        return new Region(
                map.text("code"),
                map.bilingual("name"),
                map.optionalText("prefix").orElse(""));
    }

    private static ProgrammeTarget target(YamlMap map) {
        List<Goal> goals = new ArrayList<>();
        map.maps("goals").forEach(goal -> goals.add(goal(goal)));
        return new ProgrammeTarget(
                map.text("id"),
                map.bilingual("name"),
                map.word("unit", ProgrammeTarget.Unit.class),
                map.text("verb"),
                map.word("rule", ProgrammeTarget.Rule.class),
                new LinkedHashSet<>(map.texts("scenarios")),
                new LinkedHashSet<>(map.texts("categories")),
                map.words("line_kinds", LineKind.class),
                new LinkedHashSet<>(map.texts("grades")),
                map.optionalWord("direction", Direction.class),
                goals,
                map.citation());
    }

    private static Goal goal(YamlMap map) {
        return new Goal(
                map.optionalText("region").orElse(""),
                map.integer("year", FIRST_YEAR, LAST_YEAR),
                map.optionalNumber("number", 0, MAX_NUMBER),
                map.flag("all", false),
                map.optionalNumber("base", 0, MAX_NUMBER));
    }

    private static Layer.RegionGoal regionGoal(YamlMap map) {
        return new Layer.RegionGoal(map.text("target"), goal(map.cited()));
    }

    private static ExtraField extraField(YamlMap map) {
        return new ExtraField(map.text("code"), map.bilingual("name"), map.citation());
    }

    private static Aim aim(YamlMap map) {
        return new Aim(
                map.text("id"),
                map.bilingual("name"),
                map.integer("year", FIRST_YEAR, LAST_YEAR),
                map.text("words"),
                map.citation());
    }
}
