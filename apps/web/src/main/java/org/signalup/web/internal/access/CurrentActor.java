package org.signalup.web.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.signalup.people.Actor;
import org.signalup.people.Actors;
import org.signalup.people.SignedIn;
import org.signalup.people.TokenHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who asks, with what they may see and do at this moment; looked up once a request. */
@Platform
@Component
public final class CurrentActor {
    /** Templates know the actor by this name too. */
    static final String ATTRIBUTE = "actor";

    private final Actors actors;

    CurrentActor(Actors actors) {
        this.actors = actors;
    }

    Optional<Actor> find(HttpServletRequest request) {
        Optional<Actor> known = of(request);
        if (known.isPresent()) {
            return known;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof TokenHolder holder) {
            return actors.find(holder);
        }
        return principal instanceof SignedIn who ? actors.find(who) : Optional.empty();
    }

    /** Who asks, once the request has been let in. */
    public static Optional<Actor> of(HttpServletRequest request) {
        return Optional.ofNullable((Actor) request.getAttribute(ATTRIBUTE));
    }

    /** The token by which whoever asks came in, if not by a session. */
    public static Optional<Long> token() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof TokenHolder holder
                ? Optional.of(holder.token())
                : Optional.empty();
    }
}
