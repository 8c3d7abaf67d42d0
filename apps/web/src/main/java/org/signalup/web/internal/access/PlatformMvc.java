package org.signalup.web.internal.access;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Puts the check before every handler. */
@Platform
@Configuration(proxyBeanMethods = false)
class PlatformMvc implements WebMvcConfigurer, SmartInitializingSingleton {
    private final AccessCheck check;
    private final ObjectProvider<ThymeleafViewResolver> pages;

    PlatformMvc(AccessCheck check, ObjectProvider<ThymeleafViewResolver> pages) {
        this.check = check;
        this.pages = pages;
    }

    /** A form is answered with 303: what comes next is read, not sent again. */
    @Override
    public void afterSingletonsInstantiated() {
        pages.forEach(resolver -> resolver.setRedirectHttp10Compatible(false));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(check).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }
}
