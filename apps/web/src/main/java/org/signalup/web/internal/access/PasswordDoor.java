package org.signalup.web.internal.access;

import java.util.List;
import org.signalup.people.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Asks {@code people} whether login and password belong together. */
@Platform
@Component
final class PasswordDoor implements AuthenticationProvider {
    private final SignIn signIn;

    PasswordDoor(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        SignIn.Outcome outcome = signIn.with(tried.getName(), String.valueOf(tried.getCredentials()));
        if (outcome.who().isPresent()) {
            return UsernamePasswordAuthenticationToken.authenticated(
                    outcome.who().get(), null, List.of());
        }
        if (!outcome.pause().isZero()) {
            throw new MustWait(outcome.pause().toSeconds());
        }
        throw new BadCredentialsException("login and password do not belong together");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
