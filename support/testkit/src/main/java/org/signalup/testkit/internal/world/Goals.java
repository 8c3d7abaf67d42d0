package org.signalup.testkit.internal.world;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.LineKind;
import org.signalup.domain.Text;
import org.signalup.standards.Citation;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Goal;
import org.signalup.standards.ProgrammeTarget.Rule;
import org.signalup.standards.ProgrammeTarget.Unit;

/** The targets of a random programme: every unit, every rule, every kind of goal. */
final class Goals {
    private static final List<String> REGIONS = List.of("CN", "310000", "320000", "NORTH", "JD", "320500", "999999");

    private record Scope(
            Set<String> scenarios,
            Set<String> categories,
            Set<LineKind> kinds,
            Set<String> grades,
            Optional<Direction> direction) {}

    private final Dice dice;

    Goals(Dice dice) {
        this.dice = dice;
    }

    List<ProgrammeTarget> targets() {
        return List.of(
                places("places", Unit.PLACE, Rule.DEEP_COVERAGE, Set.of(), Set.of()),
                places("gov", Unit.PLACE, Rule.COVERAGE_AND_QUALITY, Set.of("GOV"), Set.of()),
                places("county", Unit.PLACE, Rule.COVERAGE_AND_SERVICE, Set.of(), Set.of("COUNTY_PLUS", "COMPOUND")),
                places("res", Unit.PLACE_SHARE, Rule.COVERAGE_AND_EXPERIENCE, Set.of("RES"), Set.of()),
                places("all-share", Unit.PLACE_SHARE, Rule.DEEP_COVERAGE, Set.of(), Set.of()),
                lines("road", Unit.KM, Rule.CONTINUOUS_COVERAGE, Set.of(LineKind.ROAD), Set.of("G")),
                lines("rail", Unit.KM, Rule.COVERAGE_AND_QUALITY, Set.of(LineKind.RAIL, LineKind.WATER), Set.of()),
                lines("metro", Unit.LINE, Rule.CONTINUOUS_COVERAGE, Set.of(LineKind.METRO), Set.of()),
                lines("lines", Unit.LINE, Rule.COVERAGE_AND_EXPERIENCE, Set.of(), Set.of()),
                rate("mean-dl", Unit.MBPS, Rule.MEAN_RATE, Optional.of(Direction.DL), 150),
                rate("mean-ul", Unit.MBPS, Rule.MEAN_RATE, Optional.of(Direction.UL), 30),
                rate("share", Unit.SHARE, Rule.RATE_SHARE, Optional.empty(), 0.7));
    }

    private ProgrammeTarget places(String id, Unit unit, Rule rule, Set<String> scenarios, Set<String> categories) {
        double number = unit == Unit.PLACE_SHARE ? dice.oneOf(List.of(0.5, 0.25, 0.9)) : dice.between(1, 3);
        return target(id, unit, rule, new Scope(scenarios, categories, Set.of(), Set.of(), Optional.empty()), number);
    }

    private ProgrammeTarget lines(String id, Unit unit, Rule rule, Set<LineKind> kinds, Set<String> grades) {
        double number = unit == Unit.KM ? dice.oneOf(List.of(0.3, 1.25, 3.0)) : dice.between(1, 2);
        return target(id, unit, rule, new Scope(Set.of(), Set.of(), kinds, grades, Optional.empty()), number);
    }

    private ProgrammeTarget rate(String id, Unit unit, Rule rule, Optional<Direction> direction, double number) {
        return target(id, unit, rule, new Scope(Set.of(), Set.of(), Set.of(), Set.of(), direction), number);
    }

    private ProgrammeTarget target(String id, Unit unit, Rule rule, Scope of, double number) {
        return new ProgrammeTarget(
                id,
                Text.same(id),
                unit,
                "",
                rule,
                of.scenarios(),
                of.categories(),
                of.kinds(),
                of.grades(),
                of.direction(),
                goals(number),
                new Citation("testkit", "O"));
    }

    private List<Goal> goals(double number) {
        return REGIONS.stream()
                .filter(region -> dice.chance(0.6))
                .flatMap(region -> List.of(goal(region, 2024, number / 2), goal(region, 2025, number)).stream())
                .toList();
    }

    private Goal goal(String region, int year, double number) {
        boolean all = dice.chance(0.25);
        Optional<Double> base = dice.chance(0.4) ? Optional.of((double) dice.between(1, 6)) : Optional.empty();
        return new Goal(region, year, all || dice.chance(0.15) ? Optional.empty() : Optional.of(number), all, base);
    }
}
