package org.signalup.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;

/**
 * What is filled in for an account.
 *
 * @param role name of a {@link Role}
 * @param subject by which single sign-on knows them; empty for none
 */
public record AccountForm(
        String login, String name, String email, Language language, long organisation, String role, String subject) {
    private static final int LONGEST = 200;

    List<Problem> check() {
        List<Problem> problems = new ArrayList<>();
        FieldRules.login(login).ifPresent(problems::add);
        FieldRules.name("name", name).ifPresent(problems::add);
        if (!email.isBlank() && !email.strip().matches("[^\\s@,;<>\"]{1,64}@[A-Za-z0-9.-]{1,190}")) {
            problems.add(Problems.of("email", "EMAIL_INVALID", Text.of("邮箱地址无法识别", "this is no mail address")));
        }
        if (subject.length() > LONGEST) {
            problems.add(Problems.of("subject", "SUBJECT_INVALID", Text.of("最多 200 个字符", "at most 200 characters")));
        }
        if (parsedRole().isEmpty()) {
            problems.add(Problems.of(
                    "role", "ROLE_UNKNOWN", Text.of("应为 MANAGER、MEMBER、READER", "expected: MANAGER, MEMBER, READER")));
        }
        return problems;
    }

    Optional<Role> parsedRole() {
        for (Role known : Role.values()) {
            if (known.name().equals(role)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
