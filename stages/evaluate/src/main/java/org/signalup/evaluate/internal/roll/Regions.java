package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Ledger.Division;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;

/** Reporting regions of a division: the whole, its province or topmost ancestor, and every ancestor with a goal. */
final class Regions {
    private final Programme programme;
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> withGoal = new LinkedHashSet<>();
    private final Map<String, List<String>> cache = new HashMap<>();

    Regions(Programme programme, Ledger ledger) {
        this.programme = programme;
        for (Division division : ledger.divisions()) {
            division.parent().ifPresent(parent -> parents.put(division.code(), parent));
        }
        for (ProgrammeTarget target : programme.targets()) {
            target.goals().forEach(goal -> withGoal.add(goal.region()));
        }
    }

    /** Regions that a division code counts for, the widest first. */
    List<String> of(String divisionCode) {
        return cache.computeIfAbsent(divisionCode, this::find);
    }

    private List<String> find(String code) {
        Set<String> regions = new LinkedHashSet<>();
        regions.add(programme.rootRegion());
        if (code.isEmpty()) {
            return List.copyOf(regions);
        }
        List<String> chain = chain(code);
        regions.add(chain.get(chain.size() - 1));
        for (String ancestor : chain) {
            if (withGoal.contains(ancestor)) {
                regions.add(ancestor);
            }
        }
        return List.copyOf(regions);
    }

    /** The code and its ancestors below the root: of GB/T 2260 codes county, city, province; of others by the list. */
    private List<String> chain(String code) {
        List<String> chain = new ArrayList<>();
        chain.add(code);
        if (code.matches("\\d{6,12}")) {
            for (int digits : new int[] {6, 4, 2}) {
                String ancestor = code.substring(0, digits) + "000000".substring(digits);
                if (!chain.contains(ancestor)) {
                    chain.add(ancestor);
                }
            }
            return chain;
        }
        String parent = parents.get(code);
        while (parent != null && !parent.equals(programme.rootRegion()) && !chain.contains(parent)) {
            chain.add(parent);
            parent = parents.get(parent);
        }
        return chain;
    }
}
