package org.signalup.web.internal.access;

import org.signalup.people.Actor;
import org.signalup.people.notice.Notices;

/** How many notices somebody has not read; counted only where a page shows it. */
public record Unread(Notices notices, Actor actor) {
    public long count() {
        return notices.unread(actor);
    }
}
