package org.signalup.web.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.signalup.people.SignedIn;
import org.signalup.people.SingleSignOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * 统一登录 at an identity provider, where the installation names one: {@code signalup.oidc.issuer}, {@code client-id} and
 * {@code client-secret}. The provider is asked for its addresses at the first sign-in, so that the platform starts without it.
 */
@Platform
@Component
@ConditionalOnProperty("signalup.oidc.issuer")
final class OidcDoor {
    /** Where signing in at the provider begins. */
    static final String BEGIN = "/oauth2/authorization/oidc";

    private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);
    private static final String REGISTRATION = "oidc";

    private final Environment settings;
    private final SingleSignOn signOn;

    OidcDoor(Environment settings, SingleSignOn signOn) {
        this.settings = settings;
        this.signOn = signOn;
    }

    void open(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage(SignInResults.PAGE)
                .clientRegistrationRepository(new SupplierClientRegistrationRepository(
                        () -> new InMemoryClientRegistrationRepository(registration())))
                .successHandler(this::signedIn)
                .failureHandler((request, response, why) -> {
                    LOG.warn("single sign-on failed: {}", why.toString());
                    response.sendRedirect(SignInResults.PAGE + "?stranger");
                }));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.getRequiredProperty("signalup.oidc.issuer"))
                .registrationId(REGISTRATION)
                .clientId(settings.getRequiredProperty("signalup.oidc.client-id"))
                .clientSecret(settings.getRequiredProperty("signalup.oidc.client-secret"))
                .scope("openid", "profile", "email")
                .build();
    }

    /** Whom the provider vouches for becomes whom we know, or nobody. */
    private void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication vouched)
            throws IOException {
        Optional<SignedIn> known =
                vouched.getPrincipal() instanceof OidcUser user ? find(user) : Optional.<SignedIn>empty();
        if (known.isPresent()) {
            Sessions.goOn(request, response, known.get());
            response.sendRedirect(NextPage.START.path());
        } else {
            request.getSession().invalidate();
            response.sendRedirect(SignInResults.PAGE + "?stranger");
        }
    }

    private Optional<SignedIn> find(OidcUser user) {
        Optional<String> verified =
                Boolean.TRUE.equals(user.getEmailVerified()) ? Optional.ofNullable(user.getEmail()) : Optional.empty();
        return signOn.find(user.getSubject(), verified);
    }
}
