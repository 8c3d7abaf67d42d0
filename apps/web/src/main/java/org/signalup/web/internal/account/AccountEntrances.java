package org.signalup.web.internal.account;

import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this the start offers. */
@Platform
@Configuration(proxyBeanMethods = false)
class AccountEntrances {
    @Bean
    Entrance accountsEntrance() {
        return new Entrance(
                80,
                "/accounts",
                Text.of("账号", "Accounts"),
                Text.of("邀请同事和下级单位的人，停用、解锁、重置", "invite colleagues and those below; close, unlock, reset"),
                Set.of(Capability.PEOPLE_MANAGE));
    }

    @Bean
    Entrance organisationsEntrance() {
        return new Entrance(
                81,
                "/organisations",
                Text.of("单位", "Organisations"),
                Text.of("单位树，各看哪些区划、场景、运营商", "the tree of organisations and what each sees"),
                Set.of(Capability.PEOPLE_MANAGE));
    }
}
