package org.signalup.web.internal.sources;

import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.store.Store;
import org.signalup.upload.Sources;
import org.signalup.upload.Where;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is in the lake, and the way to its page. */
@Platform
@Configuration(proxyBeanMethods = false)
class SourceBeans {
    @Bean
    Sources sources(Store store, Where where) {
        return new Sources(store, where);
    }

    @Bean
    Entrance sourcesEntrance() {
        return new Entrance(
                33,
                SourcePages.PATH,
                Text.of("数据来源", "Sources"),
                Text.of("湖里有谁的什么数据，依据什么", "whose data is in the lake, and on what ground"),
                Set.of(Capability.SAMPLE_READ));
    }
}
