package org.signalup.web.internal.notice;

import java.time.OffsetDateTime;
import org.signalup.people.Actor;
import org.signalup.people.notice.Notices;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.access.SignedInOnly;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the owner of the token was told, for programs. */
@Platform
@RestController
@SignedInOnly("one's own notices")
final class NoticeApi {
    private static final String AT = "/api/v1/notices";

    private final Notices notices;

    NoticeApi(Notices notices) {
        this.notices = notices;
    }

    /** A notice in both languages. */
    record Told(
            long noticeId,
            String titleZh,
            String titleEn,
            String bodyZh,
            String bodyEn,
            String path,
            OffsetDateTime at,
            boolean read) {
        static Told of(Notices.Listed listed) {
            return new Told(
                    listed.id(),
                    listed.notice().title().zh(),
                    listed.notice().title().en(),
                    listed.notice().body().zh(),
                    listed.notice().body().en(),
                    listed.notice().path(),
                    listed.at(),
                    listed.read());
        }
    }

    @GetMapping(AT)
    Listing<Told> list(Actor actor, Piece piece) {
        long before = piece.afterNumber(Long.MAX_VALUE);
        return Listing.of(notices.list(actor, before, piece.limitAndOne()), piece, listed -> Cursor.of(listed.id()))
                .map(Told::of);
    }

    /** Takes all for read. */
    @PostMapping(AT + "/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor) {
        notices.markRead(actor);
    }
}
