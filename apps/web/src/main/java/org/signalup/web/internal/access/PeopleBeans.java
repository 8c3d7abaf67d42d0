package org.signalup.web.internal.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.signalup.people.Accounts;
import org.signalup.people.Actors;
import org.signalup.people.AuditLog;
import org.signalup.people.FirstAccount;
import org.signalup.people.Organisations;
import org.signalup.people.OwnAccount;
import org.signalup.people.PasswordHash;
import org.signalup.people.PeoplePolicy;
import org.signalup.people.SignIn;
import org.signalup.people.SingleSignOn;
import org.signalup.people.Tokens;
import org.signalup.people.attachment.Attachments;
import org.signalup.people.notice.Deliveries;
import org.signalup.people.notice.Notices;
import org.signalup.people.notice.Webhooks;
import org.signalup.standards.Programme;
import org.signalup.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The services of {@code people} over the store. */
@Platform
@Configuration(proxyBeanMethods = false)
class PeopleBeans {
    /** The hash reads no further; whoever typed more typed something else. */
    private static final int MOST_BYTES = 72;

    @Bean
    Actors actors(Store store) {
        return new Actors(store);
    }

    @Bean
    PeoplePolicy peoplePolicy(Environment settings) {
        return PeoplePolicy.of(name -> Optional.ofNullable(settings.getProperty(name)));
    }

    @Bean
    PasswordHash passwordHash() {
        BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
        return new PasswordHash() {
            @Override
            public String hash(String password) {
                return encoder.encode(password);
            }

            @Override
            public boolean matches(String password, String hash) {
                return encoder.matches(password, hash)
                        && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
            }
        };
    }

    @Bean
    SignIn signIn(Store store, PeoplePolicy policy, PasswordHash hash) {
        return new SignIn(store, policy, hash);
    }

    @Bean
    Accounts accounts(Store store, PeoplePolicy policy) {
        return new Accounts(store, policy);
    }

    @Bean
    Organisations organisations(Store store) {
        return new Organisations(store);
    }

    @Bean
    OwnAccount ownAccount(Store store, PeoplePolicy policy, PasswordHash hash) {
        return new OwnAccount(store, policy, hash);
    }

    @Bean
    Tokens tokens(Store store, PeoplePolicy policy) {
        return new Tokens(store, policy);
    }

    @Bean
    AuditLog auditLog(Store store, Programme programme) {
        return new AuditLog(store, programme.zone());
    }

    @Bean
    SingleSignOn singleSignOn(Store store) {
        return new SingleSignOn(store);
    }

    @Bean
    Notices notices(Store store) {
        return new Notices(store);
    }

    @Bean
    Deliveries deliveries(Store store, PeoplePolicy policy) {
        return new Deliveries(store, policy);
    }

    @Bean
    Webhooks webhooks(Store store) {
        return new Webhooks(store);
    }

    @Bean
    Attachments attachments(Store store, PeoplePolicy policy) {
        return new Attachments(store, policy);
    }

    @Bean
    FirstAccount firstAccount(Store store, PeoplePolicy policy, PasswordHash hash) {
        return new FirstAccount(store, policy, hash);
    }
}
