package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalup.web.internal.access.Access;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every handler of the platform must say. */
class EveryHandlerTest {
    @Test
    void everyHandlerSaysWhoMayCome() {
        RequestMappingHandlerMapping handlers =
                Town.server().context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        List<String> silent = handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> Access.of(entry.getValue()).kind() == Access.Kind.NOBODY)
                // Its own address stays closed: ApiDocument tells what it says.
                .filter(entry -> !entry.getValue().getBeanType().getName().startsWith("org.springdoc"))
                .map(entry -> entry.getKey() + " " + entry.getValue().getShortLogMessage())
                .toList();
        assertThat(handlers.getHandlerMethods()).hasSizeGreaterThan(20);
        assertThat(silent)
                .as("handlers without @Needs, @SignedInOnly or @Open: nobody can reach them")
                .isEmpty();
    }
}
