package org.signalup.web.internal.access;

import java.util.Optional;
import org.signalup.people.Actors;
import org.signalup.people.FirstAccount;
import org.signalup.people.PasswordHash;
import org.signalup.people.PeoplePolicy;
import org.signalup.people.SignIn;
import org.signalup.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The services of {@code people} over the store. */
@Platform
@Configuration(proxyBeanMethods = false)
class PeopleBeans {
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
                return encoder.matches(password, hash);
            }
        };
    }

    @Bean
    SignIn signIn(Store store, PeoplePolicy policy, PasswordHash hash) {
        return new SignIn(store, policy, hash);
    }

    @Bean
    FirstAccount firstAccount(Store store, PeoplePolicy policy, PasswordHash hash) {
        return new FirstAccount(store, policy, hash);
    }
}
