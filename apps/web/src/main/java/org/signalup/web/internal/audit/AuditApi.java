package org.signalup.web.internal.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;
import java.util.Map;
import org.signalup.people.Actor;
import org.signalup.people.AuditLog;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of changes for programs, the newest first; chosen as in its page. */
@Platform
@RestController
@Needs(Capability.AUDIT_READ)
final class AuditApi {
    private final AuditLog log;

    AuditApi(AuditLog log) {
        this.log = log;
    }

    /** A change; {@code before} and {@code after} are the row, without secrets. */
    record Told(
            long seq,
            OffsetDateTime at,
            String who,
            String subject,
            String key,
            String division,
            String action,
            @JsonRawValue String before,
            @JsonRawValue String after,
            String reason) {
        static Told of(AuditLog.Entry entry) {
            return new Told(
                    entry.seq(),
                    entry.at(),
                    entry.who(),
                    entry.subject(),
                    entry.key(),
                    entry.division(),
                    entry.action(),
                    orNull(entry.before()),
                    orNull(entry.after()),
                    entry.reason());
        }

        private static String orNull(String json) {
            return json.isEmpty() ? null : json;
        }
    }

    @GetMapping("/api/v1/audit")
    Listing<Told> list(Actor actor, Piece piece, @RequestParam Map<String, String> query) {
        long before = piece.afterNumber(Long.MAX_VALUE);
        return Listing.of(
                        log.list(actor, AuditPages.choice(query), before, piece.limitAndOne()),
                        piece,
                        entry -> Cursor.of(entry.seq()))
                .map(Told::of);
    }
}
