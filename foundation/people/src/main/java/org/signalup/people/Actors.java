package org.signalup.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Language;
import org.signalup.domain.Reach;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Finds out what an account may see and do: asked anew for every request, so that a change of it holds at once. */
public final class Actors {
    /** The account, each organisation from its own upwards, and what lies below its own: one question, asked at every request. */
    private static final String FIND = """
            with recursive who as (
                select account_id, login, name, language, role, organisation_id from account a where a.active and %s),
            above as (
                select o.*, 0 as steps from organisation o join who using (organisation_id)
                union
                select o.*, child.steps + 1 from organisation o join above child on o.organisation_id = child.parent_id
                where child.steps < 100),
            below as (
                select organisation_id from who
                union
                select o.organisation_id from organisation o join below b on o.parent_id = b.organisation_id)
            select who.account_id, who.login, who.name as account_name, who.language, who.role, above.*,
                (select array_agg(organisation_id) from below) as organisations,
                (select array_agg(place_id) from organisation_place p where p.organisation_id = who.organisation_id) as places
            from who, above order by above.steps
            """;

    private final Store store;

    public Actors(Store store) {
        this.store = store;
    }

    /** An active account. */
    public Optional<Actor> find(long account) {
        return find("account_id = :id", Map.of("id", account));
    }

    /** Whoever signed in, unless the account was closed or its password changed since. */
    public Optional<Actor> find(SignedIn who) {
        return who.passwordSetAt()
                .map(at -> find(
                        "account_id = :id and password_changed_at = :at::timestamptz",
                        Map.of("id", who.account(), "at", at)))
                .orElseGet(() -> find("account_id = :id and password_changed_at is null", Map.of("id", who.account())));
    }

    /** The owner of a token, with no more than the token was given. */
    public Optional<Actor> find(TokenHolder holder) {
        return find(holder.account()).map(actor -> actor.limitedTo(holder.may()));
    }

    /** An active account by the name it signs in with, letter case aside. */
    public Optional<Actor> find(String login) {
        return find("lower(login) = lower(:login)", Map.of("login", login));
    }

    private Optional<Actor> find(String account, Map<String, Object> values) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(FIND.formatted(account)).params(values).query(Actors::actor));
    }

    /** The first row has the own organisation, the rows after it those above. */
    private static Optional<Actor> actor(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        Organisation organisation = organisation(rows);
        Role role = Role.valueOf(rows.getString("role"));
        long account = rows.getLong("account_id");
        String login = rows.getString("login");
        String name = rows.getString("account_name");
        Language language = Language.valueOf(rows.getString("language"));
        Set<Long> below = Set.of((Long[]) rows.getArray("organisations").getArray());
        Optional<Set<String>> places = organisation.kind() == OrganisationKind.OWNER ? places(rows) : Optional.empty();
        Reach reach = organisation.reach();
        while (rows.next()) {
            reach = reach.and(organisation(rows).reach());
        }
        Reach all = new Reach(reach.divisions(), reach.scenarios(), reach.operators(), places);
        return Optional.of(new Actor(
                account,
                login,
                name,
                language,
                organisation,
                role,
                Grants.of(organisation.kind(), role, all),
                all,
                below));
    }

    /** An owner sees its own places, and none if it has none. */
    private static Optional<Set<String>> places(ResultSet row) throws SQLException {
        return Optional.of(limit(row.getArray("places")).orElse(Set.of()));
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
}
