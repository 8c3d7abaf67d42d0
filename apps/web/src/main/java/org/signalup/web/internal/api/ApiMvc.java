package org.signalup.web.internal.api;

import java.util.List;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a resource may take as an argument. */
@Platform
@Configuration(proxyBeanMethods = false)
class ApiMvc implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ApiArguments());
    }
}
