package org.signalup.web.internal.site;

import java.util.List;
import org.signalup.web.internal.catalog.OpenEvaluationArgument;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The Spring application: every feature package below {@code org.signalup.web.internal}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("org.signalup.web.internal")
public class WebApplication implements WebMvcConfigurer {
    private final OpenEvaluationArgument evaluations;
    private final SiteData siteData;

    WebApplication(OpenEvaluationArgument evaluations, SiteData siteData) {
        this.evaluations = evaluations;
        this.siteData = siteData;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(evaluations);
        resolvers.add(new LanguageArgument());
        resolvers.add(new FilterArgument());
        resolvers.add(new FilledArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(siteData);
    }
}
