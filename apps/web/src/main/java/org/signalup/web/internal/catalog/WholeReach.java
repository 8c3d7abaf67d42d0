package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import org.signalup.domain.Reach;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A reader of the own machine sees all of the folder it was given. */
@Component
@Profile("!platform")
final class WholeReach implements ResultReach {
    @Override
    public Reach of(HttpServletRequest request) {
        return Reach.EVERYTHING;
    }
}
