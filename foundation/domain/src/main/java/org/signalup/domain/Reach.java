package org.signalup.domain;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

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

    /** Whether all that somebody with the other reach sees lies within this one, by what the limits say. */
    public boolean holds(Reach other) {
        return (divisions.isEmpty()
                        || (other.divisions.isPresent()
                                && other.divisions.get().stream().allMatch(this::holdsDivision)))
                && within(scenarios, other.scenarios)
                && within(operators, other.operators)
                && within(places, other.places);
    }

    private static boolean within(Optional<Set<String>> limit, Optional<Set<String>> other) {
        return limit.isEmpty() || (other.isPresent() && limit.get().containsAll(other.get()));
    }

    /** What lies within both. */
    public Reach and(Reach other) {
        return new Reach(
                both(divisions, other.divisions, Reach::longer),
                both(scenarios, other.scenarios, Reach::same),
                both(operators, other.operators, Reach::same),
                both(places, other.places, Reach::same));
    }

    private static Optional<Set<String>> both(
            Optional<Set<String>> one, Optional<Set<String>> other, BinaryOperator<String> meet) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        Set<String> within = new HashSet<>();
        for (String mine : one.get()) {
            for (String theirs : other.get()) {
                String met = meet.apply(mine, theirs);
                if (met != null) {
                    within.add(met);
                }
            }
        }
        return Optional.of(within);
    }

    private static String longer(String one, String other) {
        return one.startsWith(other) ? one : other.startsWith(one) ? other : null;
    }

    private static String same(String one, String other) {
        return one.equals(other) ? one : null;
    }
}
