package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.CurrentActor;
import org.signalup.web.internal.access.Platform;
import org.springframework.stereotype.Component;

/** On the platform: those who may see results and whose reach leaves nothing out, for a result is not cut to a reach. */
@Platform
@Component
final class PlatformAccess implements ResultAccess {
    @Override
    public boolean mayOpen(HttpServletRequest request, String evaluation) {
        return CurrentActor.of(request)
                .filter(actor -> actor.may(Capability.RESULT_READ))
                .filter(actor -> actor.reach().everything())
                .isPresent();
    }
}
