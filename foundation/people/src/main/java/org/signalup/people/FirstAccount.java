package org.signalup.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.internal.OneTimeCodes;
import org.signalup.people.internal.OneTimeCodes.Purpose;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the platform gets its first account: whoever reads the terminal has a code with which it is made, once. There is no
 * password anybody else could know.
 */
public final class FirstAccount {
    private final Store store;
    private final PeoplePolicy policy;
    private final PasswordHash hash;

    public FirstAccount(Store store, PeoplePolicy policy, PasswordHash hash) {
        this.store = store;
        this.policy = policy;
        this.hash = hash;
    }

    /** What is asked of whoever has the code. */
    public record Form(String organisationCode, String organisationName, String login, String name, String password) {}

    /** A new code where nobody has an account yet; earlier ones are void. */
    public Optional<String> open() {
        return store.change(
                Scope.PLATFORM,
                client -> nobodyYet(client)
                        ? Optional.of(OneTimeCodes.make(client, Purpose.FIRST, Optional.empty(), policy.firstCode()))
                        : Optional.empty());
    }

    public boolean nobodyYet() {
        return store.read(Scope.PLATFORM, FirstAccount::nobodyYet);
    }

    private static boolean nobodyYet(JdbcClient client) {
        return client.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Makes the manager of an administration that sees everything.
     *
     * @return id of the account
     * @throws RefusedException if the code is not good or the form not well filled in
     */
    public long make(String code, Form form, Language language) {
        List<Problem> problems = check(form);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        String passwordHash = hash.hash(form.password());
        return store.change(Scope.PLATFORM, "首个账号 · first account", client -> {
            client.sql("lock table account in share row exclusive mode").update();
            if (!nobodyYet(client)
                    || OneTimeCodes.use(client, Purpose.FIRST, code).isEmpty()) {
                throw new RefusedException(Problems.of(
                        "code",
                        "CODE_NOT_GOOD",
                        Text.of(
                                "启动码不对、已用过或已过期；重新启动程序会给出新的启动码",
                                "the code is wrong, used or too old; starting the program again gives a new one")));
            }
            return insert(client, form, passwordHash, language);
        });
    }

    private List<Problem> check(Form form) {
        List<Problem> problems = new ArrayList<>();
        FieldRules.code("organisation_code", form.organisationCode()).ifPresent(problems::add);
        FieldRules.name("organisation_name", form.organisationName()).ifPresent(problems::add);
        FieldRules.login(form.login()).ifPresent(problems::add);
        FieldRules.name("name", form.name()).ifPresent(problems::add);
        new PasswordRules(policy).check(form.password(), form.login()).ifPresent(problems::add);
        return problems;
    }

    private static long insert(JdbcClient client, Form form, String passwordHash, Language language) {
        long organisation = client.sql("""
                        insert into organisation (code, name, kind) values (:code, :name, :kind) returning organisation_id
                        """)
                .param("code", form.organisationCode().strip())
                .param("name", form.organisationName().strip())
                .param("kind", OrganisationKind.ADMINISTRATION.name())
                .query(Long.class)
                .single();
        return client.sql("""
                        insert into account (login, name, language, organisation_id, role, password_hash, password_changed_at)
                        values (:login, :name, :language, :organisation, :role, :hash, now()) returning account_id
                        """)
                .param("login", form.login().strip())
                .param("name", form.name().strip())
                .param("language", language.name())
                .param("organisation", organisation)
                .param("role", Role.MANAGER.name())
                .param("hash", passwordHash)
                .query(Long.class)
                .single();
    }
}
