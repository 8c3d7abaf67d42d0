package org.signalup.web.internal.arrival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many at the same time, of one kind or another; asked and given back by many threads. */
final class Places {
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * So many of these at most.
     *
     * @param of whose they are
     */
    record Limit(String of, int most) {}

    /** Takes one of each, or none; whether there was one of each. */
    synchronized boolean take(List<Limit> limits) {
        boolean free = limits.stream().allMatch(limit -> taken.getOrDefault(limit.of(), 0) < limit.most());
        if (free) {
            limits.forEach(limit -> taken.merge(limit.of(), 1, Integer::sum));
        }
        return free;
    }

    /** Gives back what was taken. */
    synchronized void leave(List<Limit> limits) {
        limits.forEach(limit -> taken.computeIfPresent(limit.of(), (of, now) -> now > 1 ? now - 1 : null));
    }
}
