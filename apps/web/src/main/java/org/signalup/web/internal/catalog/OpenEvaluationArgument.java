package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
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
    private final ResultAccess access;

    OpenEvaluationArgument(Catalog catalog, ResultAccess access) {
        this.catalog = catalog;
        this.access = access;
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
        if (!access.mayOpen(asked, id)) {
            throw PageFailure.of(
                    HttpStatus.FORBIDDEN,
                    "OUT_OF_REACH",
                    Text.of(
                            "您的单位只看得到一部分，而评测结果还不能按范围查看；请向通信管理局索取",
                            "Your organisation sees a part only, and results are not yet cut to that; ask the administration"));
        }
        OpenEvaluation evaluation = catalog.get(id);
        container.addAttribute("evaluation", evaluation);
        return evaluation;
    }
}
