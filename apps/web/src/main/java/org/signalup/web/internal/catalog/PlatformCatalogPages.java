package org.signalup.web.internal.catalog;

import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of evaluations on the platform. */
@Platform
@Controller
final class PlatformCatalogPages {
    private static final String PATH = "/evaluations";

    @GetMapping(PATH)
    @Needs(Capability.RESULT_READ)
    String list() {
        return "catalog/list";
    }

    @Platform
    @Configuration(proxyBeanMethods = false)
    static class Offer {
        @Bean
        Entrance evaluationsEntrance() {
            return new Entrance(
                    20,
                    PATH,
                    Text.of("评测结果", "Results"),
                    Text.of(
                            "判定、星级、进展、地图，每个数字都能点到样本",
                            "verdicts, stars, progress, map; every number opens to its samples"),
                    Set.of(Capability.RESULT_READ));
        }
    }
}
