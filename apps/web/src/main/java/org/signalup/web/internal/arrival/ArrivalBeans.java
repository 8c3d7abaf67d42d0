package org.signalup.web.internal.arrival;

import org.signalup.upload.UploadSettings;
import org.signalup.web.internal.access.Platform;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the watch over bodies into the server. */
@Platform
@Configuration(proxyBeanMethods = false)
class ArrivalBeans {
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> watchedBodies(
            UploadSettings settings, @Value("${server.servlet.session.cookie.name}") String cookie) {
        return server -> server.addEngineValves(new BodyValve(settings.arrival(), cookie));
    }
}
