package org.signalup.web.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.notice.Notices;
import org.signalup.web.internal.site.Callers;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Finds out who asks, and lets a handler run only for those it says it is for. */
@Platform
@Component
final class AccessCheck implements HandlerInterceptor {
    /** Templates know what whoever asks may enter by this name. */
    private static final String ENTRANCES = "entrances";

    private static final String UNREAD = "unread";

    private final CurrentActor current;
    private final List<Entrance> entrances;
    private final Notices notices;

    AccessCheck(CurrentActor current, List<Entrance> entrances, Notices notices) {
        this.current = current;
        this.notices = notices;
        this.entrances = entrances.stream()
                .sorted(Comparator.comparingInt(Entrance::order))
                .toList();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method) {
            Optional<Actor> actor = current.find(request);
            actor.ifPresent(known -> remember(request, known));
            Access access = Access.of(method);
            if (actor.isEmpty() && access.kind() != Access.Kind.ANYBODY) {
                return signInAgain(request, response);
            }
            actor.ifPresent(known -> check(access, known));
        } else if (!(handler instanceof ResourceHttpRequestHandler) && !CorsUtils.isPreFlightRequest(request)) {
            // A browser that asks whether it may ask reaches no handler: the library answers.
            throw refused(List.of());
        }
        return true;
    }

    private void remember(HttpServletRequest request, Actor actor) {
        request.setAttribute(CurrentActor.ATTRIBUTE, actor);
        request.setAttribute(UNREAD, new Unread(notices, actor));
        request.setAttribute(
                ENTRANCES,
                entrances.stream().filter(entrance -> entrance.isFor(actor)).toList());
    }

    private static void check(Access access, Actor actor) {
        List<Capability> missing = access.needs().stream()
                .filter(needed -> !actor.may(needed))
                .sorted()
                .toList();
        if (access.kind() == Access.Kind.NOBODY || !missing.isEmpty()) {
            throw refused(missing);
        }
    }

    /** An account that was closed, or whose password changed elsewhere, since it signed in. */
    private static boolean signInAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Callers.program(request)) {
            ApiRefusals.unknown(request, response, null);
            return false;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(SignInResults.PAGE + "?ended");
        return false;
    }

    private static PageFailure refused(List<Capability> missing) {
        return PageFailure.of(
                HttpStatus.FORBIDDEN,
                "NOT_GRANTED",
                Text.of(
                        "您的账号没有这项权限" + named(missing, Language.ZH),
                        "Your account may not do this" + named(missing, Language.EN)));
    }

    private static String named(List<Capability> missing, Language language) {
        return missing.isEmpty()
                ? ""
                : missing.stream()
                        .map(capability -> capability.text().in(language))
                        .collect(Collectors.joining(
                                language == Language.ZH ? "、" : ", ", language == Language.ZH ? "：" : ": ", ""));
    }
}
