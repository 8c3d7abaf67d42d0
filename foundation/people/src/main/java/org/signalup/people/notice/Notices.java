package org.signalup.people.notice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells people things: each is in their list, and put on its way by mail and to the webhooks of their organisation. */
public final class Notices {
    private final Store store;

    public Notices(Store store) {
        this.store = store;
    }

    /** A notice in somebody's list. */
    public record Listed(long id, Notice notice, OffsetDateTime at, boolean read) {}

    private record Recipient(String email, Language language, long organisation) {}

    /** Tells somebody. */
    public void send(long account, Notice notice) {
        store.run(Scope.PLATFORM, client -> {
            client.sql("""
                            insert into notification (account_id, title_zh, title_en, body_zh, body_en, path)
                            values (:account, :titleZh, :titleEn, :bodyZh, :bodyEn, :path)
                            """)
                    .param("account", account)
                    .param("titleZh", notice.title().zh())
                    .param("titleEn", notice.title().en())
                    .param("bodyZh", notice.body().zh())
                    .param("bodyEn", notice.body().en())
                    .param("path", notice.path())
                    .update();
            recipient(client, account).ifPresent(recipient -> {
                putOnItsWayByMail(client, recipient, notice);
                putOnItsWayToWebhooks(client, recipient, account, notice);
            });
        });
    }

    /** Only by mail, for those who cannot sign in yet; whether there is an address. */
    public boolean mail(long account, Notice notice) {
        return store.change(
                Scope.PLATFORM,
                client -> recipient(client, account)
                        .map(recipient -> putOnItsWayByMail(client, recipient, notice))
                        .orElse(false));
    }

    private static Optional<Recipient> recipient(JdbcClient client, long account) {
        return client.sql("select email, language, organisation_id from account where account_id = :id and active")
                .param("id", account)
                .query((row, number) ->
                        new Recipient(row.getString(1), Language.valueOf(row.getString(2)), row.getLong(3)))
                .optional();
    }

    private static boolean putOnItsWayByMail(JdbcClient client, Recipient recipient, Notice notice) {
        if (recipient.email().isEmpty()) {
            return false;
        }
        client.sql("insert into delivery (channel, target, subject, body) values ('MAIL', :target, :subject, :body)")
                .param("target", recipient.email())
                .param("subject", notice.title().in(recipient.language()))
                .param("body", notice.body().in(recipient.language()))
                .update();
        return true;
    }

    private static void putOnItsWayToWebhooks(JdbcClient client, Recipient recipient, long account, Notice notice) {
        client.sql("""
                        insert into delivery (channel, target, webhook_id, subject, body)
                        select 'WEBHOOK', url, webhook_id, :subject, jsonb_build_object('account_id', :account,
                            'title_zh', :titleZh, 'title_en', :titleEn, 'body_zh', :bodyZh, 'body_en', :bodyEn, 'path', :path)::text
                        from webhook where organisation_id = :organisation
                        """)
                .param("subject", notice.title().en())
                .param("account", account)
                .param("titleZh", notice.title().zh())
                .param("titleEn", notice.title().en())
                .param("bodyZh", notice.body().zh())
                .param("bodyEn", notice.body().en())
                .param("path", notice.path())
                .param("organisation", recipient.organisation())
                .update();
    }

    /**
     * The newest first.
     *
     * @param before number of the last one seen; {@link Long#MAX_VALUE} to begin
     */
    public List<Listed> list(Actor actor, long before, int most) {
        return store.read(
                actor.scope(),
                client -> client.sql("""
                        select notification_id, title_zh, title_en, body_zh, body_en, path, created_at, read_at is not null
                        from notification where account_id = :account and notification_id < :before order by notification_id desc limit :most
                        """)
                        .param("account", actor.account())
                        .param("before", before)
                        .param("most", most)
                        .query((row, number) -> new Listed(
                                row.getLong(1),
                                new Notice(
                                        Text.of(row.getString(2), row.getString(3)),
                                        Text.of(row.getString(4), row.getString(5)),
                                        row.getString(6)),
                                row.getObject(7, OffsetDateTime.class),
                                row.getBoolean(8)))
                        .list());
    }

    /** How many were not read yet. */
    public long unread(Actor actor) {
        return store.read(
                actor.scope(),
                client -> client.sql(
                                "select count(*) from notification where account_id = :account and read_at is null")
                        .param("account", actor.account())
                        .query(Long.class)
                        .single());
    }

    /** Takes all for read. */
    public void markRead(Actor actor) {
        store.run(
                actor.scope(),
                client -> client.sql(
                                "update notification set read_at = now() where account_id = :account and read_at is null")
                        .param("account", actor.account())
                        .update());
    }
}
