package org.signalup.web.internal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** A page says in its headers the language it is in, whatever the browser would have preferred. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
final class ChosenLocale implements LocaleResolver {
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.forLanguageTag(LanguageArgument.of(request).name());
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("a language is chosen by ?lang=");
    }
}
