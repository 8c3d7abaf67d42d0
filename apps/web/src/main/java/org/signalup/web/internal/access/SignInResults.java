package org.signalup.web.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.web.internal.site.ErrorPages;
import org.signalup.web.internal.site.LanguageArgument;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Where people are sent before, after and instead of signing in. */
@Platform
@Component
final class SignInResults {
    static final String PAGE = "/sign-in";

    private final CurrentActor current;

    SignInResults(CurrentActor current) {
        this.current = current;
    }

    void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        Optional<Actor> actor = current.find(request);
        actor.ifPresent(known -> LanguageArgument.remember(known.language(), response));
        response.sendRedirect(NextPage.of(request).path());
    }

    void failed(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        String how = why instanceof MustWait wait ? "wait=" + wait.seconds() : "wrong";
        response.sendRedirect(PAGE + "?" + how + NextPage.of(request).asParameter("&"));
    }

    /** Somebody nobody knows asked for a page. */
    static void askToSignIn(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        NextPage next = NextPage.START;
        if (HttpMethod.GET.matches(request.getMethod())) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            next = NextPage.of(request.getRequestURI() + query);
        }
        response.sendRedirect(PAGE + next.asParameter("?"));
    }

    /** A form without the secret of its session is most often one that lay open too long. */
    static void denied(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        if (why instanceof CsrfException && request.getRequestURI().equals(PAGE)) {
            response.sendRedirect(PAGE + "?stale" + NextPage.of(request).asParameter("&"));
            return;
        }
        ErrorPages.say(
                request,
                why instanceof CsrfException
                        ? Text.of(
                                "这个页面开得太久，提交没有生效；请返回刷新后重试",
                                "This page lay open too long and nothing was sent; go back, reload and try again")
                        : Text.of("您的账号没有这项权限", "Your account may not do this"));
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** For a page address in a query. */
    static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
