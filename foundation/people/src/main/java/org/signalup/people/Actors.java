package org.signalup.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Language;
import org.signalup.domain.Reach;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds out what an account may see and do: asked anew for every request, so that a change of it holds at once. */
public final class Actors {
    private static final String FIND = """
            select a.account_id, a.login, a.name as account_name, a.language, a.role,
                   o.organisation_id, o.code, o.name, o.kind, o.parent_id, o.divisions, o.scenarios, o.operators, o.version
            from account a join organisation o using (organisation_id)
            where a.active and %s
            """;
    private static final String BELOW = """
            with recursive below as (
                select organisation_id from organisation where organisation_id = :id
                union
                select o.organisation_id from organisation o join below b on o.parent_id = b.organisation_id)
            select organisation_id from below
            """;

    private static final String ABOVE = """
            with recursive above as (
                select organisation_id, parent_id from organisation where organisation_id = :id
                union
                select o.organisation_id, o.parent_id from organisation o join above a on o.organisation_id = a.parent_id)
            select o.* from organisation o join above using (organisation_id)
            """;

    private final Store store;

    public Actors(Store store) {
        this.store = store;
    }

    /** An active account. */
    public Optional<Actor> find(long account) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(FIND.formatted("a.account_id = :id"))
                        .param("id", account)
                        .query((row, number) -> actor(client, row))
                        .optional());
    }

    /** Whoever signed in, unless the account was closed or its password changed since. */
    public Optional<Actor> find(SignedIn who) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(FIND.formatted(
                                "a.account_id = :id and a.password_changed_at is not distinct from :at::timestamptz"))
                        .param("id", who.account())
                        .param("at", who.passwordSetAt().orElse(null))
                        .query((row, number) -> actor(client, row))
                        .optional());
    }

    /** The owner of a token, with no more than the token was given. */
    public Optional<Actor> find(TokenHolder holder) {
        return find(holder.account()).map(actor -> actor.limitedTo(holder.may()));
    }

    /** An active account by the name it signs in with, letter case aside. */
    public Optional<Actor> find(String login) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(FIND.formatted("lower(a.login) = lower(:login)"))
                        .param("login", login)
                        .query((row, number) -> actor(client, row))
                        .optional());
    }

    private static Actor actor(JdbcClient client, ResultSet row) throws SQLException {
        Organisation organisation = organisation(row);
        Role role = Role.valueOf(row.getString("role"));
        return new Actor(
                row.getLong("account_id"),
                row.getString("login"),
                row.getString("account_name"),
                Language.valueOf(row.getString("language")),
                organisation,
                role,
                Grants.of(organisation.kind(), role),
                reach(client, organisation),
                new HashSet<>(client.sql(BELOW)
                        .param("id", organisation.id())
                        .query(Long.class)
                        .list()));
    }

    /** A row with the columns of {@code organisation}. */
    static Organisation organisation(ResultSet row) throws SQLException {
        long parent = row.getLong("parent_id");
        Optional<Long> above = row.wasNull() ? Optional.empty() : Optional.of(parent);
        Reach reach = new Reach(
                limit(row.getArray("divisions")),
                limit(row.getArray("scenarios")),
                limit(row.getArray("operators")),
                Optional.empty());
        return new Organisation(
                row.getLong("organisation_id"),
                row.getString("code"),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                above,
                reach,
                row.getInt("version"));
    }

    private static Optional<Set<String>> limit(Array array) throws SQLException {
        return array == null ? Optional.empty() : Optional.of(Set.copyOf(List.of((String[]) array.getArray())));
    }

    /** Its own reach, within that of every organisation above it. */
    private static Reach reach(JdbcClient client, Organisation organisation) {
        Reach reach = client
                .sql(ABOVE)
                .param("id", organisation.id())
                .query((row, number) -> organisation(row).reach())
                .list()
                .stream()
                .reduce(Reach.EVERYTHING, Reach::and);
        if (organisation.kind() != OrganisationKind.OWNER) {
            return reach;
        }
        List<String> places = client.sql("select place_id from organisation_place where organisation_id = :id")
                .param("id", organisation.id())
                .query(String.class)
                .list();
        return new Reach(reach.divisions(), reach.scenarios(), reach.operators(), Optional.of(Set.copyOf(places)));
    }
}
