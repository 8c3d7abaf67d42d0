package org.signalup.domain;

import java.util.Optional;
import java.util.Set;

/**
 * The part of the programme somebody may see. Each limit is a list of what is within it; an absent one limits nothing, an
 * empty one leaves nothing. What is seen lies within all four.
 *
 * @param divisions prefixes of division codes: {@code 37} for a province, {@code 3702} for a city of it
 * @param scenarios scenario codes
 * @param operators operator codes
 * @param places ids of places
 */
public record Reach(
        Optional<Set<String>> divisions,
        Optional<Set<String>> scenarios,
        Optional<Set<String>> operators,
        Optional<Set<String>> places) {
    public static final Reach EVERYTHING =
            new Reach(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What somebody sees who has not been told what they may see. */
    public static final Reach NOTHING =
            new Reach(Optional.of(Set.of()), Optional.of(Set.of()), Optional.of(Set.of()), Optional.of(Set.of()));

    public Reach {
        divisions = divisions.map(Set::copyOf);
        scenarios = scenarios.map(Set::copyOf);
        operators = operators.map(Set::copyOf);
        places = places.map(Set::copyOf);
    }

    public boolean everything() {
        return equals(EVERYTHING);
    }

    public boolean holdsDivision(String code) {
        return divisions.isEmpty() || divisions.get().stream().anyMatch(code::startsWith);
    }

    public boolean holdsScenario(String code) {
        return scenarios.isEmpty() || scenarios.get().contains(code);
    }

    public boolean holdsOperator(String code) {
        return operators.isEmpty() || operators.get().contains(code);
    }

    public boolean holdsPlace(String id) {
        return places.isEmpty() || places.get().contains(id);
    }
}
