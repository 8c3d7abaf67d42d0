package org.signalup.web.internal.access;

import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;

/**
 * A part of the platform as the start and the bar at the top offer it. A feature declares one as a bean.
 *
 * @param order among the others
 * @param path where it is
 * @param name one or two words
 * @param about a sentence
 * @param needs what somebody must be granted to be offered it
 */
public record Entrance(int order, String path, Text name, Text about, Set<Capability> needs) {
    boolean isFor(Actor actor) {
        return needs.stream().allMatch(actor::may);
    }
}
