package org.signalup.web.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import org.signalup.people.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler the one who asks. */
final class ActorArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binder) {
        return CurrentActor.of(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow(() -> new IllegalStateException(
                        "a handler that takes an Actor must be @Needs or @SignedInOnly: " + parameter.getMethod()));
    }
}
