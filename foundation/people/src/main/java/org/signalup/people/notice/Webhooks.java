package org.signalup.people.notice;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.internal.Secrets;
import org.signalup.store.Store;

/** Addresses of an organisation's own programs that are told what its people are told. */
public final class Webhooks {
    private static final int LONGEST = 500;

    private final Store store;

    public Webhooks(Store store) {
        this.store = store;
    }

    /** An address; its secret is told once. */
    public record Webhook(long id, String url, OffsetDateTime createdAt) {}

    /** Those of the actor's organisation. */
    public List<Webhook> list(Actor actor) {
        return store.read(
                actor.scope(),
                client -> client.sql("""
                        select webhook_id, url, created_at from webhook where organisation_id = :organisation order by webhook_id
                        """)
                        .param("organisation", actor.organisation().id())
                        .query((row, number) ->
                                new Webhook(row.getLong(1), row.getString(2), row.getObject(3, OffsetDateTime.class)))
                        .list());
    }

    /**
     * Adds an address.
     *
     * @return the secret by which what is sent there is signed, told this once
     */
    public String add(Actor actor, String url) {
        String address = url.strip();
        if (!good(address)) {
            throw new RefusedException(new Problem(
                    "",
                    0,
                    "url",
                    "",
                    "URL_INVALID",
                    Text.of("应为 https:// 或 http:// 开头的地址", "expected: an address of http(s)")));
        }
        String secret = Secrets.token();
        store.run(
                actor.scope(),
                client -> client.sql(
                                "insert into webhook (organisation_id, url, secret) values (:organisation, :url, :secret)")
                        .param("organisation", actor.organisation().id())
                        .param("url", address)
                        .param("secret", secret)
                        .update());
        return secret;
    }

    private static boolean good(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return address.length() <= LONGEST
                    && (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Takes one away, with what is on its way there. */
    public void remove(Actor actor, long id) {
        store.run(
                actor.scope(),
                client -> client.sql("delete from webhook where webhook_id = :id")
                        .param("id", id)
                        .update());
    }
}
