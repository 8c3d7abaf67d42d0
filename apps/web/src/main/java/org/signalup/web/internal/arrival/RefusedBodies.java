package org.signalup.web.internal.arrival;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.ErrorPages;
import org.signalup.web.internal.site.Failures;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body was refused while a form was read, before any handler is asked: said as the handlers say it. */
@Platform
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
final class RefusedBodies extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (PageFailure refused) {
            if (response.isCommitted()) {
                throw refused;
            }
            if (refused.status() == HttpStatus.TOO_MANY_REQUESTS) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Failures.RETRY_AFTER_S);
            }
            ErrorPages.refuse(request, response, refused.status(), refused.code(), refused.text());
        }
    }
}
