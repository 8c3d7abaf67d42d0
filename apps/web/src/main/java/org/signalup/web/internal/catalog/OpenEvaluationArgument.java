package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Opens the evaluation an address names and gives it to the page's template as {@code evaluation}. */
@Component
public final class OpenEvaluationArgument implements HandlerMethodArgumentResolver {
    private final Catalog catalog;
    private final ResultReach reach;

    OpenEvaluationArgument(Catalog catalog, ResultReach reach) {
        this.catalog = catalog;
        this.reach = reach;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == OpenEvaluation.class;
    }

    @Override
    public OpenEvaluation resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binder) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        Object variables = asked.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String id = String.valueOf(((Map<?, ?>) variables).get("evaluation"));
        OpenEvaluation evaluation = catalog.get(id, reach.of(asked));
        container.addAttribute("evaluation", evaluation);
        return evaluation;
    }
}
