package org.signalup.people;

import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;

/** What may be filled in for people and organisations. */
final class FieldRules {
    private static final int LONGEST_NAME = 100;

    private FieldRules() {}

    static Optional<Problem> login(String login) {
        return login.strip().matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}")
                ? Optional.empty()
                : wrong(
                        "login",
                        "LOGIN_INVALID",
                        Text.of(
                                "登录名 2 到 64 个字符：字母、汉字、数字、. _ @ -",
                                "a login has 2 to 64 characters: letters, digits, . _ @ -"));
    }

    static Optional<Problem> code(String field, String code) {
        return code.strip().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
                ? Optional.empty()
                : wrong(
                        field,
                        "ORGANISATION_CODE_INVALID",
                        Text.of(
                                "单位代码 1 到 32 个字符：字母、数字、. _ -",
                                "the code of an organisation has 1 to 32 characters: letters, digits, . _ -"));
    }

    static Optional<Problem> name(String field, String name) {
        boolean good = !name.isBlank()
                && name.strip().length() <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
        return good
                ? Optional.empty()
                : wrong(field, "NAME_INVALID", Text.of("名称 1 到 100 个字符", "a name has 1 to 100 characters"));
    }

    private static Optional<Problem> wrong(String field, String code, Text message) {
        return Optional.of(Problems.of(field, code, message));
    }
}
