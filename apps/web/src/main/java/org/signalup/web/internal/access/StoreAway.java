package org.signalup.web.internal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.signalup.web.internal.site.ErrorPages;
import org.signalup.web.internal.site.Failures;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The database is away while somebody shows a token or signs in, before any handler is asked: said as the handlers say it. */
@Platform
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
final class StoreAway extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessResourceFailureException away) {
            if (response.isCommitted()) {
                throw away;
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, Failures.RETRY_AFTER_S);
            ErrorPages.refuse(
                    request, response, HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_AWAY", Failures.DATABASE_AWAY);
        }
    }
}
