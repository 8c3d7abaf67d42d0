package org.signalup.store;

import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Reach;

/**
 * On whose behalf a transaction runs. PostgreSQL itself holds every query to it: rows out of reach are not there, and a
 * change nobody granted is refused, whatever the query forgot to say.
 *
 * @param account id of the account; empty for the platform itself and for the public
 * @param name how the record of changes names who did it
 * @param organisation id of the organisation acted for
 * @param organisations ids of it and all below it
 * @param reach the part of the programme seen
 * @param may capabilities granted, by name
 * @param platform whether the platform acts by itself: sees and may do everything
 */
public record Scope(
        Optional<Long> account,
        String name,
        Optional<Long> organisation,
        Set<Long> organisations,
        Reach reach,
        Set<String> may,
        boolean platform) {
    /** The platform's own work: signing in, running jobs, sending mail. Never on a person's request alone. */
    public static final Scope PLATFORM =
            new Scope(Optional.empty(), "platform", Optional.empty(), Set.of(), Reach.EVERYTHING, Set.of(), true);

    /** Somebody nobody knows. */
    public static final Scope NOBODY =
            new Scope(Optional.empty(), "", Optional.empty(), Set.of(), Reach.NOTHING, Set.of(), false);

    public Scope {
        organisations = Set.copyOf(organisations);
        may = Set.copyOf(may);
    }
}
