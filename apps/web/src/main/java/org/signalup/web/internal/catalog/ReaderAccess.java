package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The reader on one's own machine opens everything. */
@Profile(Platform.READER)
@Component
final class ReaderAccess implements ResultAccess {
    @Override
    public boolean mayOpen(HttpServletRequest request, String evaluation) {
        return true;
    }
}
