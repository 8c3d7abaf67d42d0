package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import org.signalup.domain.Reach;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.CurrentActor;
import org.signalup.web.internal.access.Platform;
import org.springframework.stereotype.Component;

/** On the platform somebody who may see results sees those within the reach of their organisation. */
@Component
@Platform
final class ActorReach implements ResultReach {
    @Override
    public Reach of(HttpServletRequest request) {
        return CurrentActor.of(request)
                .filter(actor -> actor.may(Capability.RESULT_READ))
                .map(Actor::reach)
                .orElse(Reach.NOTHING);
    }
}
