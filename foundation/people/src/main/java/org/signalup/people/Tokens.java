package org.signalup.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.internal.Secrets;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Tokens of one's own: each may do some of what its owner may, for a while. */
public final class Tokens {
    /** By this a token that got somewhere it should not is known for what it is. */
    public static final String PREFIX = "sgup_";

    private final Store store;
    private final PeoplePolicy policy;

    public Tokens(Store store, PeoplePolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /** @param secret the text of the token, told this once */
    public record Made(String secret, Token token) {}

    /** Those of the actor, the newest first. */
    public List<Token> list(Actor actor) {
        return store.read(
                actor.scope(),
                client -> client.sql("""
                        select t.*, u.last_used_at from api_token t left join api_token_use u using (token_id)
                        where t.account_id = :account order by t.token_id desc
                        """)
                        .param("account", actor.account())
                        .query((row, number) -> token(row))
                        .list());
    }

    /**
     * Makes one.
     *
     * @param may names of capabilities, at least one
     * @throws RefusedException if it is to do more than its owner may, or last too long
     */
    public Made make(Actor actor, String name, List<String> may, int days) {
        List<Problem> problems = new ArrayList<>();
        FieldRules.name("name", name).ifPresent(problems::add);
        Set<String> granted = actor.scope().may();
        if (may.isEmpty() || !granted.containsAll(may)) {
            problems.add(Problems.of(
                    "may",
                    "TOKEN_BEYOND_OWN",
                    Text.of("请选择至少一项您自己有的权限", "choose at least one thing you may do yourself")));
        }
        if (days < 1 || days > policy.longestToken().toDays()) {
            problems.add(Problems.of(
                    "days",
                    "TOKEN_TOO_LONG",
                    Text.of(
                            "有效期为 1 到 " + policy.longestToken().toDays() + " 天",
                            "it lasts 1 to " + policy.longestToken().toDays() + " days")));
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        String secret = PREFIX + Secrets.token();
        Token token = store.change(
                actor.scope(),
                client -> client.sql("""
                        insert into api_token (account_id, name, token_hash, capabilities, expires_at)
                        values (:account, :name, :hash, :may, now() + :days * interval '1 day')
                        returning *, null::timestamptz as last_used_at
                        """)
                        .param("account", actor.account())
                        .param("name", name.strip())
                        .param("hash", Secrets.digest(secret))
                        .param("may", may.stream().distinct().sorted().toArray(String[]::new))
                        .param("days", days)
                        .query((row, number) -> token(row))
                        .single());
        return new Made(secret, token);
    }

    /** Makes a token void; whether there was one to make void. */
    public boolean revoke(Actor actor, long id) {
        return store.change(
                        actor.scope(),
                        client -> client.sql(
                                        "update api_token set revoked_at = now() where token_id = :id and revoked_at is null")
                                .param("id", id)
                                .update())
                > 0;
    }

    /** Who shows this token, if it is good; notes that it was used, once a minute. */
    public Optional<TokenHolder> find(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<Shown> shown = store.read(
                Scope.PLATFORM,
                client -> client.sql("""
                        select t.token_id, t.account_id, t.capabilities,
                            coalesce(u.last_used_at < now() - interval '1 minute', true) as unnoted
                        from api_token t left join api_token_use u using (token_id)
                        where t.token_hash = :hash and t.revoked_at is null and t.expires_at > now()
                        """)
                        .param("hash", Secrets.digest(secret))
                        .query((row, number) ->
                                new Shown(new TokenHolder(row.getLong(1), row.getLong(2), may(row)), row.getBoolean(4)))
                        .optional());
        shown.filter(Shown::unnoted).ifPresent(known -> noteUse(known.holder()));
        return shown.map(Shown::holder);
    }

    private record Shown(TokenHolder holder, boolean unnoted) {}

    private void noteUse(TokenHolder holder) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql("""
                        insert into api_token_use as u (token_id, last_used_at) values (:id, now())
                        on conflict (token_id) do update set last_used_at = now()
                        """).param("id", holder.token()).update());
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("token_id"),
                row.getString("name"),
                may(row),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    /** Capabilities of an older program that are no more are no more. */
    private static Set<Capability> may(ResultSet row) throws SQLException {
        List<String> names = List.of((String[]) row.getArray("capabilities").getArray());
        EnumSet<Capability> may = EnumSet.noneOf(Capability.class);
        Arrays.stream(Capability.values())
                .filter(capability -> names.contains(capability.name()))
                .forEach(may::add);
        return may;
    }
}
