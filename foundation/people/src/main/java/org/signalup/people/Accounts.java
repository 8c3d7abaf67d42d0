package org.signalup.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts somebody looks after: those of their organisation and below, as the database has it. */
public final class Accounts {
    private static final String COLUMNS = """
            select a.account_id, a.login, a.name, a.email, a.language, a.organisation_id, o.name as organisation_name, a.role,
                   coalesce(a.oidc_subject, '') as subject,
                   a.active, a.password_hash is not null as password_set, a.created_at, a.closed_at, a.version
            from account a join organisation o using (organisation_id)
            """;
    private static final String CHOSEN = """
            where (:words = '' or strpos(lower(a.login || ' ' || a.name || ' ' || a.email), lower(:words)) > 0)
              and (:organisation::bigint is null or a.organisation_id = :organisation) and (a.active or :closed)
            """;

    private final Store store;
    private final PeoplePolicy policy;

    public Accounts(Store store, PeoplePolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    public long count(Actor actor, AccountChoice choice) {
        return store.read(
                actor.scope(),
                client -> chosen(client, "select count(*) from account a " + CHOSEN, choice)
                        .query(Long.class)
                        .single());
    }

    /** By login, from a row on. */
    public List<Account> list(Actor actor, AccountChoice choice, long offset, int most) {
        return store.read(
                actor.scope(),
                client -> chosen(
                                client,
                                COLUMNS + CHOSEN + "order by lower(a.login), a.account_id limit :most offset :offset",
                                choice)
                        .param("most", most)
                        .param("offset", offset)
                        .query((row, number) -> account(row))
                        .list());
    }

    /** By id, after one: for programs that page through. */
    public List<Account> listAfter(Actor actor, long after, int most) {
        return store.read(
                actor.scope(),
                client -> client.sql(COLUMNS + "where a.account_id > :after order by a.account_id limit :most")
                        .param("after", after)
                        .param("most", most)
                        .query((row, number) -> account(row))
                        .list());
    }

    private static JdbcClient.StatementSpec chosen(JdbcClient client, String sql, AccountChoice choice) {
        return client.sql(sql)
                .param("words", choice.words().strip())
                .param("organisation", choice.organisation().orElse(null))
                .param("closed", choice.closed());
    }

    /** One that the actor looks after, or their own. */
    public Optional<Account> find(Actor actor, long id) {
        return store.read(actor.scope(), client -> find(client, id));
    }

    private static Optional<Account> find(JdbcClient client, long id) {
        return client.sql(COLUMNS + "where a.account_id = :id")
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    /**
     * Makes an account without a password; an invitation lets its owner choose one.
     *
     * @throws RefusedException if it is not well filled in, the login is taken, or the organisation out of the actor's hands
     */
    public Account make(Actor actor, AccountForm form) {
        refuse(form.check());
        refuseOutOfHands(actor, form);
        return store.change(actor.scope(), client -> insert(client, form));
    }

    private static Account insert(JdbcClient client, AccountForm form) {
        // Not "returning": the new row is seen only by a later statement of who may see it.
        try {
            long id = client.sql("""
                            insert into account (login, name, email, language, organisation_id, role, oidc_subject)
                            values (:login, :name, :email, :language, :organisation, :role, nullif(:subject, ''))
                            returning account_id
                            """)
                    .param("login", form.login().strip())
                    .param("name", form.name().strip())
                    .param("email", form.email().strip())
                    .param("language", form.language().name())
                    .param("organisation", form.organisation())
                    .param("role", form.role())
                    .param("subject", form.subject().strip())
                    .query(Long.class)
                    .single();
            return find(client, id).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    private static RefusedException taken(DuplicateKeyException why) {
        boolean login = String.valueOf(why.getMessage()).contains("account_login");
        return new RefusedException(
                login
                        ? Problems.of("login", "LOGIN_TAKEN", Text.of("这个登录名已有人用", "this login is taken"))
                        : Problems.of(
                                "subject",
                                "SUBJECT_TAKEN",
                                Text.of("这个统一身份标识已绑定别的账号", "another account has this identity")));
    }

    /**
     * Changes an account of somebody else.
     *
     * @throws Conflict if it is not at this version any more
     */
    public Account change(Actor actor, long id, int version, AccountForm form) {
        refuse(form.check());
        refuseOwn(actor, id);
        refuseOutOfHands(actor, form);
        return store.change(actor.scope(), client -> {
            try {
                int changed = client.sql("""
                                update account set login = :login, name = :name, email = :email, language = :language,
                                    organisation_id = :organisation, role = :role, oidc_subject = nullif(:subject, ''),
                                    version = version + 1
                                where account_id = :id and version = :version
                                """)
                        .param("login", form.login().strip())
                        .param("name", form.name().strip())
                        .param("email", form.email().strip())
                        .param("language", form.language().name())
                        .param("organisation", form.organisation())
                        .param("role", form.role())
                        .param("subject", form.subject().strip())
                        .param("id", id)
                        .param("version", version)
                        .update();
                return changed(changed, client, id);
            } catch (DuplicateKeyException e) {
                throw taken(e);
            }
        });
    }

    /** Closes an account, or opens it again; whoever is signed in with a closed one is out at the next click. */
    public Account setActive(Actor actor, long id, int version, boolean active, String reason) {
        refuseOwn(actor, id);
        return store.change(actor.scope(), reason, client -> {
            int changed = client.sql("""
                            update account set active = :active, closed_at = case when :active then null else now() end,
                                version = version + 1
                            where account_id = :id and version = :version
                            """)
                    .param("active", active)
                    .param("id", id)
                    .param("version", version)
                    .update();
            return changed(changed, client, id);
        });
    }

    private static Account changed(int rows, JdbcClient client, long id) {
        Optional<Account> account = find(client, id);
        if (rows == 0 && account.isPresent()) {
            throw new Conflict("account");
        }
        return account.orElseThrow(Accounts::unknown);
    }

    /**
     * A code with which the owner of an account chooses a password: the first, or a new one. Earlier codes are void; the old
     * password stays good until then.
     */
    public String invite(Actor actor, long id) {
        Account account = managed(actor, id);
        Purpose purpose = account.passwordSet() ? Purpose.RESET : Purpose.INVITATION;
        return store.change(
                Scope.PLATFORM,
                client -> OneTimeCodes.make(
                        client,
                        purpose,
                        Optional.of(id),
                        account.passwordSet() ? policy.reset() : policy.invitation()));
    }

    /** Lets somebody who failed too often try again at once. */
    public void unlock(Actor actor, long id) {
        Account account = managed(actor, id);
        store.run(Scope.PLATFORM, client -> SignIn.forget(client, account.login()));
    }

    /** Until when an account waits after too many failures. */
    public Optional<OffsetDateTime> lockedUntil(Actor actor, long id) {
        Account account = managed(actor, id);
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(
                                "select locked_until from sign_in_failure where login = lower(:login) and locked_until > now()")
                        .param("login", account.login())
                        .query(OffsetDateTime.class)
                        .optional());
    }

    /** What the platform does itself for an account needs somebody who looks after it. */
    private Account managed(Actor actor, long id) {
        Account account = find(actor, id).orElseThrow(Accounts::unknown);
        if (!actor.may(Capability.PEOPLE_MANAGE) || !actor.organisations().contains(account.organisation())) {
            throw unknown();
        }
        return account;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    private static void refuseOwn(Actor actor, long id) {
        if (actor.account() == id) {
            throw new RefusedException(Problems.of(
                    "", "OWN_ACCOUNT", Text.of("自己的账号由别的管理员修改", "one's own account is changed by another manager")));
        }
    }

    private static void refuseOutOfHands(Actor actor, AccountForm form) {
        List<Problem> problems = new ArrayList<>();
        if (!actor.organisations().contains(form.organisation())) {
            problems.add(Problems.of(
                    "organisation",
                    "ORGANISATION_OUT_OF_REACH",
                    Text.of("只能为本单位和下级单位建账号", "accounts are made for your organisation and those below it only")));
        }
        refuse(problems);
    }

    private static RefusedException unknown() {
        return new RefusedException(Problems.of("", "ACCOUNT_UNKNOWN", Text.of("没有这个账号", "There is no such account")));
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("account_id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("email"),
                Language.valueOf(row.getString("language")),
                row.getLong("organisation_id"),
                row.getString("organisation_name"),
                Role.valueOf(row.getString("role")),
                row.getString("subject"),
                row.getBoolean("active"),
                row.getBoolean("password_set"),
                row.getObject("created_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class)),
                row.getInt("version"));
    }
}
