package org.signalup.web.internal.access;

import java.util.List;
import org.signalup.domain.Text;
import org.signalup.people.SignIn;
import org.signalup.people.notice.Notice;
import org.signalup.people.notice.Notices;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Asks {@code people} whether login and password belong together. */
@Platform
@Component
final class PasswordDoor implements AuthenticationProvider {
    private static final Notice LOCKED = new Notice(
            Text.of("您的登录被锁定", "your login waits"),
            Text.of(
                    "有人多次用错误的密码登录您的账号，已暂时锁定，稍后自动解除。如果不是您本人，请告诉本单位管理员。",
                    "Somebody tried to sign in to your account with wrong passwords; it waits and opens again by itself. If it was"
                            + " not you, tell a manager of your organisation."),
            "/own");

    private final SignIn signIn;
    private final Notices notices;

    PasswordDoor(SignIn signIn, Notices notices) {
        this.signIn = signIn;
        this.notices = notices;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        SignIn.Outcome outcome = signIn.with(tried.getName(), String.valueOf(tried.getCredentials()));
        outcome.lockedNow().ifPresent(account -> notices.send(account, LOCKED));
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
