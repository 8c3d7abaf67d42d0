package org.signalup.web.internal.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.signalup.domain.Language;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The language of a request: {@code ?lang=}, else the cookie of an earlier choice, else Chinese. */
public final class LanguageArgument implements HandlerMethodArgumentResolver {
    static final String PARAMETER = "lang";
    private static final int YEAR_S = 31_536_000;

    /** Keeps a choice for the next requests. */
    public static void remember(Language language, HttpServletResponse response) {
        Cookie choice = new Cookie(PARAMETER, language.name().toLowerCase(Locale.ROOT));
        choice.setPath("/");
        choice.setMaxAge(YEAR_S);
        choice.setHttpOnly(true);
        choice.setAttribute("SameSite", "Lax");
        response.addCookie(choice);
    }

    static Language of(HttpServletRequest request) {
        return asked(request)
                .or(() -> Stream.ofNullable(request.getCookies())
                        .flatMap(Stream::of)
                        .filter(cookie -> cookie.getName().equals(PARAMETER))
                        .map(Cookie::getValue)
                        .flatMap(value -> known(value).stream())
                        .findFirst())
                .orElse(Language.ZH);
    }

    /** The language this request asks for by itself. */
    static Optional<Language> asked(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(LanguageArgument::known);
        } catch (InvalidParameterException e) {
            return Optional.empty(); // the query is answered with 400, in the reader's language
        }
    }

    private static Optional<Language> known(String code) {
        return Stream.of(Language.values())
                .filter(language -> language.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Language.class;
    }

    @Override
    public Language resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binder) {
        return of(request.getNativeRequest(HttpServletRequest.class));
    }
}
