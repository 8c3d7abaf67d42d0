package org.signalup.people;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Reach;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signing in with a password. Failures are counted by login, whether or not there is such an account, so that nobody learns
 * which there are; after a few the login waits, longer each time.
 */
public final class SignIn {
    private static final int LONGEST_LOGIN = 100;

    /** Counted before the password is looked at, so that many tries at once are many failures. Nothing comes back while locked. */
    private static final String COUNT = """
            insert into sign_in_failure as f (login, failures, last_at, locked_until)
            values (:login, 1, now(), case when :after <= 1 then now() + :first * interval '1 second' end)
            on conflict (login) do update set
                failures = case when f.last_at < now() - :forgotten * interval '1 second' then 1 else f.failures + 1 end,
                last_at = now(),
                locked_until = case when f.last_at >= now() - :forgotten * interval '1 second' and f.failures + 1 >= :after
                    then now() + least(:first * power(2, least(f.failures + 1 - :after, 30)), :longest) * interval '1 second' end
            where coalesce(f.locked_until, '-infinity') <= now()
            returning f.failures
            """;

    private final Store store;
    private final PeoplePolicy policy;
    private final PasswordHash hash;
    private final String nobodysHash;

    public SignIn(Store store, PeoplePolicy policy, PasswordHash hash) {
        this.store = store;
        this.policy = policy;
        this.hash = hash;
        this.nobodysHash = hash.hash("nobody's password");
    }

    /**
     * How a try ended.
     *
     * @param who whoever signed in; empty when login and password do not belong together
     * @param pause how long the login must wait before the next try; zero when it need not
     * @param lockedNow account that this very failure made wait
     */
    public record Outcome(Optional<SignedIn> who, Duration pause, Optional<Long> lockedNow) {}

    private record Known(
            Optional<Long> id,
            String name,
            Optional<Long> organisation,
            Optional<String> passwordHash,
            Optional<OffsetDateTime> passwordSetAt) {
        static final Known NOBODY =
                new Known(Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Tries a password. */
    public Outcome with(String login, String password) {
        String key = key(login);
        Optional<Integer> failures = store.change(Scope.PLATFORM, client -> count(client, key));
        if (failures.isEmpty()) {
            return new Outcome(Optional.empty(), waiting(key), Optional.empty());
        }
        Known known = store.read(Scope.PLATFORM, client -> find(client, key));
        // A login nobody has takes as long as a wrong password.
        boolean good = hash.matches(password, known.passwordHash().orElse(nobodysHash));
        if (!good || known.passwordHash().isEmpty()) {
            boolean locked = failures.get() == policy.lockAfter();
            if (locked && known.id().isPresent()) {
                note(known, "LOCKED");
            }
            return new Outcome(Optional.empty(), waiting(key), locked ? known.id() : Optional.empty());
        }
        store.run(Scope.PLATFORM, client -> forget(client, key));
        note(known, "SIGNED_IN");
        return new Outcome(
                Optional.of(new SignedIn(known.id().orElseThrow(), known.passwordSetAt())),
                Duration.ZERO,
                Optional.empty());
    }

    /** Signing in changes nothing, and stands in the record all the same. */
    private void note(Known known, String event) {
        Scope scope =
                new Scope(known.id(), known.name(), known.organisation(), Set.of(), Reach.EVERYTHING, Set.of(), true);
        store.change(
                scope,
                client -> client.sql(
                                "select audit_add('account', :id, null, 'EVENT', null, jsonb_build_object('event', :event::text))")
                        .param("id", Long.toString(known.id().orElseThrow()))
                        .param("event", event)
                        .query((row, number) -> true)
                        .single());
    }

    /** Lets a login try again at once. */
    static void forget(JdbcClient client, String login) {
        client.sql("delete from sign_in_failure where login = :login")
                .param("login", key(login))
                .update();
    }

    private static String key(String login) {
        String key = login.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        return key.length() > LONGEST_LOGIN ? key.substring(0, LONGEST_LOGIN) : key;
    }

    private Optional<Integer> count(JdbcClient client, String key) {
        client.sql("delete from sign_in_failure where last_at < now() - :forgotten * interval '1 second'")
                .param("forgotten", policy.lockForgotten().toSeconds())
                .update();
        return client.sql(COUNT)
                .param("login", key)
                .param("after", policy.lockAfter())
                .param("first", policy.firstLock().toSeconds())
                .param("longest", policy.longestLock().toSeconds())
                .param("forgotten", policy.lockForgotten().toSeconds())
                .query(Integer.class)
                .optional();
    }

    private Duration waiting(String key) {
        long seconds = store.read(
                Scope.PLATFORM,
                client -> client.sql("""
                        select coalesce(greatest(0, ceil(extract(epoch from locked_until - now()))), 0)::bigint
                        from sign_in_failure where login = :login
                        """)
                        .param("login", key)
                        .query(Long.class)
                        .optional()
                        .orElse(0L));
        return Duration.ofSeconds(seconds);
    }

    private static Known find(JdbcClient client, String key) {
        return client.sql("""
                        select account_id, name, organisation_id, password_hash, password_changed_at from account
                        where active and lower(login) = :login
                        """)
                .param("login", key)
                .query((row, number) -> new Known(
                        Optional.of(row.getLong(1)),
                        row.getString(2),
                        Optional.of(row.getLong(3)),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getObject(5, OffsetDateTime.class))))
                .optional()
                .orElse(Known.NOBODY);
    }
}
