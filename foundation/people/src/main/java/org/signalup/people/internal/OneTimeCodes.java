package org.signalup.people.internal;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes that are good for one use and a while. Only their digests are kept. */
public final class OneTimeCodes {
    /** What a code lets somebody do. */
    public enum Purpose {
        /** Make the first account. */
        FIRST,
        /** Choose the first password of an account. */
        INVITATION,
        /** Choose a new one. */
        RESET
    }

    private OneTimeCodes() {}

    /** Makes a code; earlier ones for the same are void. */
    public static String make(JdbcClient client, Purpose purpose, Optional<Long> account, Duration life) {
        client.sql(
                        "delete from one_time_code where purpose = :purpose and account_id is not distinct from :account::bigint")
                .param("purpose", purpose.name())
                .param("account", account.orElse(null))
                .update();
        String code = Secrets.code();
        client.sql("""
                        insert into one_time_code (code_hash, purpose, account_id, expires_at)
                        values (:hash, :purpose, :account::bigint, now() + :seconds * interval '1 second')
                        """)
                .param("hash", Secrets.codeDigest(code))
                .param("purpose", purpose.name())
                .param("account", account.orElse(null))
                .param("seconds", life.toSeconds())
                .update();
        return code;
    }

    /** Uses a code up; the account it was made for, 0 without one; empty for one that is not good any more. */
    public static Optional<Long> use(JdbcClient client, Purpose purpose, String code) {
        return client.sql("""
                        update one_time_code set used_at = now()
                        where code_hash = :hash and purpose = :purpose and used_at is null and expires_at > now()
                        returning coalesce(account_id, 0)
                        """)
                .param("hash", Secrets.codeDigest(code))
                .param("purpose", purpose.name())
                .query(Long.class)
                .optional();
    }
}
