package org.signalup.web.internal.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.signalup.live.InboxFull;
import org.signalup.live.LiveSettings;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.live.Turns.Reading;
import org.signalup.web.internal.live.Turns.Turn;
import org.signalup.web.internal.site.ProblemJson;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives those who send samples their turn, before it is even asked who they are. */
@Platform
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
final class TurnFilter extends OncePerRequestFilter {
    private static final Set<String> DOORS =
            Set.of(SamplesApi.PATH, ClientJsonApi.NDT7, ClientJsonApi.NETWORK_SURVEY, GeosubmitApi.PATH);
    private static final String TURN = Turn.class.getName();

    private final Turns turns;

    TurnFilter(LiveSettings settings) {
        this.turns = new Turns(settings, Runtime.getRuntime().availableProcessors());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || !DOORS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Turn> taken = turns.take();
        if (taken.isEmpty()) {
            InboxFull busy = turns.busy();
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(busy.retryAfterS()));
            new ProblemJson(HttpStatus.TOO_MANY_REQUESTS, LiveFailures.FULL, busy.why()).write(response);
            return;
        }
        try (Turn turn = taken.get()) {
            request.setAttribute(TURN, turn);
            chain.doFilter(request, response);
        }
    }

    /**
     * Takes a body off the line while others have their turn, unless all of it is here already.
     *
     * @throws InboxFull if the turn does not come again soon
     */
    static <T> T aside(HttpServletRequest request, Reading<T> reading) throws IOException {
        if (!(request.getAttribute(TURN) instanceof Turn turn) || isHere(request)) {
            return reading.read();
        }
        return turn.aside(reading);
    }

    private static boolean isHere(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length >= 0 && request.getInputStream().available() >= length;
    }
}
