package org.signalup.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;

/** What a new password must be: long, and not the first thing somebody else would try. */
public final class PasswordRules {
    /** The hash reads no further. */
    private static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON = common();

    private final int shortest;

    public PasswordRules(PeoplePolicy policy) {
        this.shortest = policy.shortestPassword();
    }

    /** What is wrong with it for the account of a login. */
    public Optional<Problem> check(String password, String login) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < shortest) {
            return wrong(
                    "PASSWORD_SHORT",
                    Text.of(
                            "密码至少 " + shortest + " 个字符；几个词连起来就很好",
                            "at least " + shortest + " characters; a few words in a row do well"));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return wrong(
                    "PASSWORD_LONG",
                    Text.of(
                            "密码太长：最多 " + MOST_BYTES + " 个字节（一个汉字 3 个字节）",
                            "too long: at most " + MOST_BYTES + " bytes (a Chinese character takes 3)"));
        }
        if (!login.isBlank() && lower.contains(login.strip().toLowerCase(Locale.ROOT))) {
            return wrong("PASSWORD_LOGIN", Text.of("密码不能包含登录名", "the password must not contain the login"));
        }
        if (COMMON.contains(lower) || password.chars().distinct().count() < FEWEST_DIFFERENT) {
            return wrong(
                    "PASSWORD_COMMON", Text.of("这个密码太常见，容易被猜中", "this password is too common: it is easily guessed"));
        }
        return Optional.empty();
    }

    private static Optional<Problem> wrong(String code, Text message) {
        return Optional.of(Problems.of("password", code, message));
    }

    private static Set<String> common() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("common_passwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
