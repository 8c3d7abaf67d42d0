package org.signalup.web.internal.account;

import java.util.List;
import java.util.Map;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.people.Account;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.PageFailure;

/** Between forms and what they are about. */
final class AccountForms {
    static final List<Problem> CONFLICT = List.of(new Problem(
            "",
            0,
            "",
            "",
            "CHANGED_MEANWHILE",
            Text.of(
                    "此间已被他人改动，您的改动没有保存；请返回重新打开后再改",
                    "Somebody else changed it meanwhile and nothing was saved; open it again, then change it")));

    private AccountForms() {}

    static Filled filled(Account account) {
        return new Filled(
                Map.of(
                        "login", List.of(account.login()),
                        "name", List.of(account.name()),
                        "email", List.of(account.email()),
                        "language", List.of(account.language().name()),
                        "organisation", List.of(Long.toString(account.organisation())),
                        "role", List.of(account.role().name()),
                        "subject", List.of(account.subject()),
                        "version", List.of(Integer.toString(account.version()))),
                List.of());
    }

    static Language language(Filled filled) {
        return filled.get("language").equals("EN") ? Language.EN : Language.ZH;
    }

    /** The key of a cursor, which is an id. */
    static long id(String key) {
        if (!key.matches("[0-9]{1,18}")) {
            throw PageFailure.badRequest(Text.of("参数 after 属于另一个列表", "parameter after belongs to another list"));
        }
        return Long.parseLong(key);
    }

    static int version(Filled filled) {
        String version = filled.get("version");
        if (!version.matches("[0-9]{1,9}")) {
            throw PageFailure.badRequest(Text.of("缺少版本号", "The version is missing"));
        }
        return Integer.parseInt(version);
    }
}
