package org.signalup.people;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom an identity provider vouches for. Nobody gets an account by that: it must be there, and is found by the subject, or the
 * first time by a mail address the provider has verified.
 */
public final class SingleSignOn {
    private final Store store;

    public SingleSignOn(Store store) {
        this.store = store;
    }

    private record Found(long id, Optional<OffsetDateTime> passwordSetAt) {
        SignedIn signedIn() {
            return new SignedIn(id, passwordSetAt);
        }
    }

    /**
     * The active account of somebody.
     *
     * @param subject never changes, at this provider
     * @param verifiedEmail empty unless the provider says that it is verified
     */
    public Optional<SignedIn> find(String subject, Optional<String> verifiedEmail) {
        return store.change(
                Scope.PLATFORM,
                "统一登录 · single sign-on",
                client -> bySubject(client, subject)
                        .or(() -> verifiedEmail.flatMap(email -> byEmail(client, subject, email)))
                        .map(Found::signedIn));
    }

    private static Optional<Found> bySubject(JdbcClient client, String subject) {
        return client.sql(
                        "select account_id, password_changed_at from account where active and oidc_subject = :subject")
                .param("subject", subject)
                .query((row, number) ->
                        new Found(row.getLong(1), Optional.ofNullable(row.getObject(2, OffsetDateTime.class))))
                .optional();
    }

    /** An address that two accounts have tells nobody apart. From now on the subject counts. */
    private static Optional<Found> byEmail(JdbcClient client, String subject, String email) {
        List<Found> found = client.sql("""
                        select account_id, password_changed_at from account
                        where active and email <> '' and lower(email) = lower(:email)
                        """)
                .param("email", email.strip())
                .query((row, number) ->
                        new Found(row.getLong(1), Optional.ofNullable(row.getObject(2, OffsetDateTime.class))))
                .list();
        if (found.size() != 1) {
            return Optional.empty();
        }
        int bound = client.sql("""
                        update account set oidc_subject = :subject, version = version + 1
                        where account_id = :id and oidc_subject is null
                        """)
                .param("subject", subject)
                .param("id", found.get(0).id())
                .update();
        return bound == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
