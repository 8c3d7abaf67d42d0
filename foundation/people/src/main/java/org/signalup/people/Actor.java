package org.signalup.people;

import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.Reach;
import org.signalup.store.Scope;

/**
 * Somebody signed in, or the holder of a token, with what they may see and do right now.
 *
 * @param may by kind and role; for a token also by what it was given
 * @param reach by division, scenario, operator, and for a venue owner by place
 * @param organisations ids of the organisation and all below it
 */
public record Actor(
        long account,
        String login,
        String name,
        Language language,
        Organisation organisation,
        Role role,
        Set<Capability> may,
        Reach reach,
        Set<Long> organisations) {
    public Actor {
        may = Set.copyOf(may);
        organisations = Set.copyOf(organisations);
    }

    public boolean may(Capability capability) {
        return may.contains(capability);
    }

    /** On whose behalf the database is asked. */
    public Scope scope() {
        return new Scope(
                java.util.Optional.of(account),
                name,
                java.util.Optional.of(organisation.id()),
                organisations,
                reach,
                may.stream().map(Capability::name).collect(Collectors.toSet()),
                false);
    }

    /** The same with no more than some capabilities: what a token was given. */
    public Actor limitedTo(Set<Capability> capabilities) {
        return new Actor(
                account,
                login,
                name,
                language,
                organisation,
                role,
                may.stream().filter(capabilities::contains).collect(Collectors.toSet()),
                reach,
                organisations);
    }
}
