package org.signalup.people.notice;

import java.util.List;
import java.util.Optional;
import org.signalup.people.PeoplePolicy;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** What is on its way to mail boxes and webhooks; tried again after a pause that doubles, then given up. */
public final class Deliveries {
    private static final int LONGEST_ERROR = 500;

    private final Store store;
    private final PeoplePolicy policy;

    public Deliveries(Store store, PeoplePolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /** By which way something goes. */
    public enum Channel {
        MAIL,
        WEBHOOK
    }

    /** @param secret that signs what goes to a webhook */
    public record Delivery(
            long id, Channel channel, String target, String subject, String body, Optional<String> secret) {}

    /** Takes what is due; nobody else takes it before its pause is over. */
    public List<Delivery> take(Channel channel, int most) {
        return store.change(
                Scope.PLATFORM,
                client -> client.sql("""
                        update delivery d set attempts = attempts + 1,
                            next_at = now() + :pause * power(2, least(attempts, 20)) * interval '1 second'
                        from (select delivery_id from delivery
                              where channel = :channel and delivered_at is null and given_up_at is null and next_at <= now()
                              order by next_at limit :most for update skip locked) due
                        where d.delivery_id = due.delivery_id
                        returning d.delivery_id, d.target, d.subject, d.body,
                            (select w.secret from webhook w where w.webhook_id = d.webhook_id)
                        """)
                        .param("pause", policy.deliveryPause().toSeconds())
                        .param("channel", channel.name())
                        .param("most", most)
                        .query((row, number) -> new Delivery(
                                row.getLong(1),
                                channel,
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Optional.ofNullable(row.getString(5))))
                        .list());
    }

    /** It arrived. */
    public void arrived(long id) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql(
                                "update delivery set delivered_at = now(), body = '', last_error = '' where delivery_id = :id")
                        .param("id", id)
                        .update());
    }

    /** It did not; given up after so many times, or when trying again would not help. */
    public void failed(long id, String error, boolean forGood) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql("""
                        update delivery set last_error = :error,
                            given_up_at = case when :forGood or attempts >= :most then now() end,
                            body = case when :forGood or attempts >= :most then '' else body end
                        where delivery_id = :id
                        """)
                        .param("error", error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)
                        .param("forGood", forGood)
                        .param("most", policy.deliveryAttempts())
                        .param("id", id)
                        .update());
    }
}
