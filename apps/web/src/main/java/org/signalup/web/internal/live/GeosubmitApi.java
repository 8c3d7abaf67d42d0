package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.live.Channel;
import org.signalup.live.Receiver;
import org.signalup.live.Receiver.Message;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Geosubmit v2: collectors of cells post what they heard, with a token as {@code key}, and expect {@code 200 {}}. */
@Platform
@RestController
@Needs(Capability.SAMPLE_SEND)
final class GeosubmitApi {
    static final String PATH = "/v2/geosubmit";
    private static final String PROFILE = "geosubmit";

    private final Bodies bodies;
    private final Receiver receiver;
    private final Senders senders;

    GeosubmitApi(Bodies bodies, Receiver receiver, Senders senders) {
        this.bodies = bodies;
        this.receiver = receiver;
        this.senders = senders;
    }

    @PostMapping(PATH)
    Map<String, Object> take(Actor actor, HttpServletRequest request) throws IOException {
        try (Body body = bodies.readJson(request)) {
            receiver.receive(
                    senders.of(actor),
                    new Message(
                            body.file(),
                            body.digest(),
                            Optional.empty(),
                            PROFILE + ".json",
                            Channel.GEOSUBMIT,
                            Optional.of(PROFILE),
                            0,
                            Set.of(),
                            senders.findings()));
        }
        return Map.of();
    }

    @ExceptionHandler(RefusedException.class)
    ResponseEntity<Map<String, Object>> unreadable(RefusedException refused) {
        return problem(
                HttpStatus.BAD_REQUEST, "parseError", refused.problems().get(0).message());
    }

    @ExceptionHandler(PageFailure.class)
    ResponseEntity<Map<String, Object>> failed(PageFailure failure) {
        return problem(failure.status(), failure.code().toLowerCase(java.util.Locale.ROOT), failure.text());
    }

    /** In the form of the protocol. */
    private static ResponseEntity<Map<String, Object>> problem(HttpStatus status, String reason, Text why) {
        String said = why.zh() + " · " + why.en();
        Map<String, Object> error = Map.of(
                "errors",
                List.of(Map.of("domain", "global", "reason", reason, "message", said)),
                "code",
                status.value(),
                "message",
                said);
        return ResponseEntity.status(status).body(Map.of("error", error));
    }
}
