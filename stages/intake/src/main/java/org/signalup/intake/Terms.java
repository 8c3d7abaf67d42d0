package org.signalup.intake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What whoever brings files says of them, and what is taken from whom.
 *
 * @param standIns values where neither a row nor the profile has one
 * @param operators whose networks rows may speak of; absent = all
 * @param selfOnly whether all rows must be tests of one's own work (自测)
 * @param corrections by the name of the file, as reports call it
 */
public record Terms(
        Map<SampleColumn, String> standIns,
        Optional<Set<String>> operators,
        boolean selfOnly,
        Map<String, Correction> corrections) {
    /** Files that speak for themselves, from somebody who may bring any. */
    public static final Terms NONE = new Terms(Map.of(), Optional.empty(), false, Map.of());

    public Terms {
        standIns = Map.copyOf(standIns);
        operators = operators.map(Set::copyOf);
        corrections = Map.copyOf(corrections);
    }

    /** How a file is read otherwise. */
    public Correction of(String file) {
        return corrections.getOrDefault(file, Correction.NONE);
    }
}
