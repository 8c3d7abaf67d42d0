package org.signalup.store;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was answered to requests that carry a key, for a day: the same request sent again is answered alike and not done twice. */
public final class KeptAnswers {
    private static final JsonMapper JSON = new JsonMapper();

    /** Keys of one account say nothing to another. */
    public record Key(long account, String key) {}

    /**
     * An answer as it was given.
     *
     * @param digest of the request it answered
     */
    public record Answer(String digest, int status, Map<String, String> headers, String body) {}

    private final Store store;

    public KeptAnswers(Store store) {
        this.store = store;
    }

    /** Notes that a request is begun; false if one with this key was before. */
    public boolean begin(Key key, String digest) {
        return store.change(Scope.PLATFORM, client -> {
                    client.sql("delete from idempotency where started_at < now() - interval '1 day'")
                            .update();
                    return client.sql("""
                            insert into idempotency (account_id, key, request_digest) values (:account, :key, :digest)
                            on conflict do nothing
                            """)
                            .param("account", key.account())
                            .param("key", key.key())
                            .param("digest", digest)
                            .update();
                })
                == 1;
    }

    public void keep(Key key, Answer answer) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql("""
                        update idempotency set request_digest = :digest, status = :status, headers = :headers::jsonb, body = :body
                        where account_id = :account and key = :key
                        """)
                        .param("digest", answer.digest())
                        .param("status", answer.status())
                        .param("headers", JSON.writeValueAsString(answer.headers()))
                        .param("body", answer.body())
                        .param("account", key.account())
                        .param("key", key.key())
                        .update());
    }

    /** The request may be sent anew. */
    public void forget(Key key) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql("delete from idempotency where account_id = :account and key = :key")
                        .param("account", key.account())
                        .param("key", key.key())
                        .update());
    }

    /** The answer; none if the request was begun and did not end. */
    public Optional<Answer> find(Key key) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql("""
                        select request_digest, status, headers::text as headers, body from idempotency
                        where account_id = :account and key = :key and status is not null
                        """)
                        .param("account", key.account())
                        .param("key", key.key())
                        .query((row, number) -> new Answer(
                                row.getString("request_digest"),
                                row.getInt("status"),
                                JSON.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                                row.getString("body")))
                        .optional());
    }
}
