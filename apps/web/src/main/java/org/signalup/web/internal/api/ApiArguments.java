package org.signalup.web.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.domain.Text;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Piece} and {@link IfMatch} from a request. */
final class ApiArguments implements HandlerMethodArgumentResolver {
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Piece.class || parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binder) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        return parameter.getParameterType() == Piece.class ? piece(asked) : ifMatch(asked);
    }

    private static Piece piece(HttpServletRequest request) {
        String after = request.getParameter("after");
        return new Piece(
                limit(request.getParameter("limit")),
                after == null || after.isEmpty() ? Optional.empty() : Optional.of(Cursor.parse(after)));
    }

    private static int limit(String text) {
        if (text == null || text.isEmpty()) {
            return Piece.USUAL;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > Piece.MOST) {
            throw PageFailure.badRequest(Text.of(
                    "参数 limit 应为 1 到 " + Piece.MOST + " 的整数",
                    "parameter limit: expected a whole number from 1 to " + Piece.MOST));
        }
        return Integer.parseInt(text);
    }

    private static IfMatch ifMatch(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.isBlank()) {
            throw PageFailure.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "IF_MATCH_NEEDED",
                    Text.of("改动须带 If-Match：读取时得到的 ETag", "a change needs If-Match: the ETag it was read with"));
        }
        Matcher version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw IfMatch.stale();
        }
        return new IfMatch(Integer.parseInt(version.group(1)));
    }
}
