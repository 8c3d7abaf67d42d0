package org.signalup.web.internal.aggregate;

import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.job.Aggregates;
import org.signalup.people.Capability;
import org.signalup.standards.Programme;
import org.signalup.store.Store;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Service aggregates over the platform's store. */
@Platform
@Configuration(proxyBeanMethods = false)
class AggregateBeans {
    @Bean
    Aggregates aggregates(Store store, Programme programme) {
        return new Aggregates(store, programme);
    }

    @Bean
    Entrance aggregatesEntrance() {
        return new Entrance(
                33,
                AggregatePages.PATH,
                Text.of("业务汇总", "Service aggregates"),
                Text.of(
                        "互联网企业按地区提供的业务指标，与自有测量并列",
                        "service figures that internet companies bring per region, beside own measurements"),
                Set.of(Capability.SAMPLE_SEND));
    }
}
