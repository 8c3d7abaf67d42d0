package org.signalup.web.internal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.signalup.domain.Reach;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.ResultReach;
import org.signalup.web.internal.map.Backdrop;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.context.LazyContextVariable;

/** Gives every page what its frame shows, remembers a chosen language, and sets the security headers. */
@Component
public final class SiteData implements HandlerInterceptor {
    /** MapLibre starts its worker from a blob and paints into blobs; nothing comes from another server. */
    public static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline';"
                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /** A report has its styles and its script within itself, and asks nobody for anything. */
    public static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

    private final Catalog catalog;
    private final ResultReach reach;
    private final Backdrop backdrop;

    SiteData(Catalog catalog, ResultReach reach, Backdrop backdrop) {
        this.catalog = catalog;
        this.reach = reach;
        this.backdrop = backdrop;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        LanguageArgument.asked(request).ifPresent(language -> {
            LanguageArgument.remember(language, response);
        });
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView view) {
        if (view == null || !view.hasView()) {
            return;
        }
        view.addObject("site", new Site(LanguageArgument.of(request), path(request)));
        view.addObject("show", Show.in(LanguageArgument.of(request)));
        view.addObject("evaluations", evaluations(request));
        view.addObject("backdrop", backdrop);
    }

    /** Looked for only by a page that lists them. */
    private LazyContextVariable<List<CatalogEntry>> evaluations(HttpServletRequest request) {
        Reach seen = reach.of(request);
        return new LazyContextVariable<>() {
            @Override
            protected List<CatalogEntry> loadValue() {
                return catalog.list(seen);
            }
        };
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        String uri = failed == null ? request.getRequestURI() : failed.toString();
        String query = request.getQueryString();
        if (query == null || failed != null) {
            return uri;
        }
        String kept = query.replaceAll("(^|&)lang=[^&]*", "").replaceAll("^&", "");
        return kept.isEmpty() ? uri : uri + "?" + kept;
    }
}
