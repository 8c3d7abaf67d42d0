package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import org.signalup.domain.Reach;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The reader on one's own machine sees all of the folder it was given. */
@Component
@Profile(Platform.READER)
final class WholeReach implements ResultReach {
    @Override
    public Reach of(HttpServletRequest request) {
        return Reach.EVERYTHING;
    }
}
