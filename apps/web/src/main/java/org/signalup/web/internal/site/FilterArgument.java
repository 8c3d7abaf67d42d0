package org.signalup.web.internal.site;

import java.util.Locale;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the filter of a request; a word that is none of the known ones is answered with 400. */
final class FilterArgument implements HandlerMethodArgumentResolver {
    private static final int LONGEST = 100;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Filter.class;
    }

    @Override
    public Filter resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binder) {
        String operator = text(request, "operator");
        return new Filter(
                operator.isEmpty() ? ResultRows.ALL : operator,
                word(request, "rat", RatRow.class).orElse(RatRow.ANY),
                text(request, "scenario"),
                text(request, "region"),
                word(request, "verdict", Verdict.class),
                word(request, "evidence", Evidence.class),
                text(request, "q"));
    }

    private static String text(NativeWebRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null) {
            return "";
        }
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw wrong(
                    name,
                    value,
                    "最多 " + LONGEST + " 个字符，不含控制字符",
                    "at most " + LONGEST + " characters, no control characters");
        }
        return value.strip();
    }

    private static <E extends Enum<E> & Coded> Optional<E> word(NativeWebRequest request, String name, Class<E> type) {
        String value = text(request, name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found = Coded.find(type, value.toUpperCase(Locale.ROOT));
        if (found.isEmpty()) {
            StringBuilder codes = new StringBuilder();
            for (E constant : type.getEnumConstants()) {
                codes.append(codes.isEmpty() ? "" : ", ").append(constant.code());
            }
            throw wrong(name, value, codes.toString(), codes.toString());
        }
        return found;
    }

    private static PageFailure wrong(String name, String value, String zh, String en) {
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        return PageFailure.badRequest(Text.of(
                "参数 " + name + "：“" + shown + "”无法识别（应为：" + zh + "）",
                "parameter " + name + ": “" + shown + "” is not understood (expected: " + en + ")"));
    }
}
