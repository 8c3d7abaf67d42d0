package org.signalup.people;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.internal.OneTimeCodes;
import org.signalup.people.internal.OneTimeCodes.Purpose;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What everybody does with their own account. */
public final class OwnAccount {
    private final Store store;
    private final PasswordRules rules;
    private final PasswordHash hash;

    public OwnAccount(Store store, PeoplePolicy policy, PasswordHash hash) {
        this.store = store;
        this.rules = new PasswordRules(policy);
        this.hash = hash;
    }

    /**
     * Sets a new password; all other sessions end.
     *
     * @return what this session is to remember from now on
     * @throws RefusedException if the present one is wrong or the new one not good
     */
    public SignedIn changePassword(Actor actor, String present, String wanted) {
        Optional<String> known = store.read(
                actor.scope(),
                client -> client.sql("select password_hash from account where account_id = :id")
                        .param("id", actor.account())
                        .query((row, number) -> Optional.ofNullable(row.getString(1)))
                        .single());
        if (known.isEmpty() || !hash.matches(present, known.get())) {
            throw new RefusedException(
                    Problems.of("present", "PASSWORD_WRONG", Text.of("现在的密码不对", "the present password is wrong")));
        }
        String wantedHash = hashOf(wanted, actor.login());
        return store.change(actor.scope(), client -> set(client, actor.account(), wantedHash));
    }

    /** Sets how one is called, reached and spoken to. */
    public void change(Actor actor, String name, String email, Language language) {
        AccountForm form = new AccountForm(
                actor.login(),
                name,
                email,
                language,
                actor.organisation().id(),
                actor.role().name(),
                "");
        if (!form.check().isEmpty()) {
            throw new RefusedException(form.check());
        }
        store.run(
                actor.scope(),
                client -> client.sql("""
                        update account set name = :name, email = :email, language = :language, version = version + 1
                        where account_id = :id
                        """)
                        .param("name", name.strip())
                        .param("email", email.strip())
                        .param("language", language.name())
                        .param("id", actor.account())
                        .update());
    }

    /**
     * Chooses a password with a code somebody was given.
     *
     * @return the login it is for
     * @throws RefusedException if the code is not good or the password is not
     */
    public String join(String code, String wanted) {
        return store.change(Scope.PLATFORM, client -> {
            long id = List.of(Purpose.INVITATION, Purpose.RESET).stream()
                    .flatMap(purpose -> OneTimeCodes.use(client, purpose, code).stream())
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(Problems.of(
                            "code",
                            "CODE_NOT_GOOD",
                            Text.of(
                                    "邀请码不对、已用过或已过期；请向管理员再要一个",
                                    "the code is wrong, used or too old; ask a manager for another"))));
            String login = client.sql("select login from account where account_id = :id and active")
                    .param("id", id)
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> new RefusedException(
                            Problems.of("code", "ACCOUNT_CLOSED", Text.of("这个账号已停用", "this account is closed"))));
            // A password that is refused leaves the code good: nothing of this is kept then.
            set(client, id, hashOf(wanted, login));
            SignIn.forget(client, login);
            return login;
        });
    }

    private String hashOf(String wanted, String login) {
        rules.check(wanted, login).ifPresent(problem -> {
            throw new RefusedException(problem);
        });
        return hash.hash(wanted);
    }

    private static SignedIn set(JdbcClient client, long id, String passwordHash) {
        return client.sql("""
                        update account set password_hash = :hash, password_changed_at = clock_timestamp(), version = version + 1
                        where account_id = :id returning password_changed_at
                        """)
                .param("hash", passwordHash)
                .param("id", id)
                .query((row, number) ->
                        new SignedIn(id, Optional.ofNullable(row.getObject(1, java.time.OffsetDateTime.class))))
                .single();
    }
}
