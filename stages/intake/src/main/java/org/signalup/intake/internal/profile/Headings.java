package org.signalup.intake.internal.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The headings of one file, found by what they say: a profile asks for hundreds, and every message is a file. */
final class Headings {
    private final List<Heading> all;
    private final Map<String, List<Integer>> cells = new HashMap<>();

    private Headings(List<Heading> all) {
        this.all = all;
        for (int cell = 0; cell < all.size(); cell++) {
            cells.computeIfAbsent(all.get(cell).key(), key -> new ArrayList<>()).add(cell);
        }
    }

    static Headings of(List<String> raw) {
        return new Headings(raw.stream().map(Heading::of).toList());
    }

    List<Heading> all() {
        return all;
    }

    int size() {
        return all.size();
    }

    Heading get(int cell) {
        return all.get(cell);
    }

    /** The cells whose heading is as the pattern says, in their order. */
    List<Integer> matching(HeadingPattern pattern) {
        List<Integer> matching = new ArrayList<>();
        if (pattern.globs().isEmpty() && pattern.never().isEmpty()) {
            pattern.plain().forEach(key -> matching.addAll(cells.getOrDefault(key, List.of())));
            matching.sort(null);
            return matching;
        }
        for (int cell = 0; cell < all.size(); cell++) {
            if (pattern.matches(all.get(cell))) {
                matching.add(cell);
            }
        }
        return matching;
    }

    /** The cells behind this one with the very same heading. */
    List<Integer> alike(int cell) {
        return cells.get(all.get(cell).key()).stream()
                .filter(other -> other > cell)
                .toList();
    }
}
