package org.signalup.standards.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme.Aim;
import org.signalup.standards.Programme.ExemptionCap;
import org.signalup.standards.Programme.ExtraField;
import org.signalup.standards.Programme.Region;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.Scenario;
import org.signalup.standards.StrictYaml;

/** What one {@code programme.yml} says: the whole programme, or what an overlay adds and overrides. */
record Layer(
        StrictYaml yaml,
        String id,
        Optional<Text> name,
        Optional<String> zone,
        Optional<String> rootRegion,
        Set<Section> dropped,
        List<Item<Operator>> operators,
        List<Item<Scenario>> scenarios,
        List<Item<PointKind>> pointKinds,
        List<Item<Region>> regions,
        List<Item<ProgrammeTarget>> targets,
        List<Item<RegionGoal>> goals,
        List<Item<ExtraField>> extraFields,
        List<Item<Aim>> aims,
        Optional<List<String>> obligedOperators,
        Optional<ExemptionCap> exemptions) {

    /** Lists an overlay may drop before it adds its own. */
    enum Section {
        OPERATORS,
        SCENARIOS,
        POINT_KINDS,
        REGIONS,
        TARGETS,
        GOALS,
        AIMS
    }

    /** A goal given apart from its target. */
    record RegionGoal(String target, ProgrammeTarget.Goal goal) {}
}
