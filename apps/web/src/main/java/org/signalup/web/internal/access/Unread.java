package org.signalup.web.internal.access;

import org.signalup.people.Actor;
import org.signalup.people.notice.Notices;
import org.springframework.dao.DataAccessException;

/** How many notices somebody has not read; counted only where a page shows it. A page is not lost because that cannot be said. */
public record Unread(Notices notices, Actor actor) {
    public long count() {
        try {
            return notices.unread(actor);
        } catch (DataAccessException away) {
            return 0;
        }
    }
}
