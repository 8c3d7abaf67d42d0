package org.signalup.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.signalup.domain.Problem;
import org.signalup.domain.Reach;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.store.Store;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree of organisations. Everybody sees it; who looks after people changes what is below their own. */
public final class Organisations {
    private final Store store;

    public Organisations(Store store) {
        this.store = store;
    }

    /** An organisation and how deep it stands below the first shown. */
    public record Listed(Organisation organisation, int depth) {}

    /** The actor's own and all below it, each after the one above it. */
    public List<Listed> below(Actor actor) {
        List<Organisation> all = store.read(
                actor.scope(),
                client -> client.sql(
                                "select * from organisation where organisation_id = any (scope_organisations()) order by code")
                        .query((row, number) -> Actors.organisation(row))
                        .list());
        Map<Long, List<Organisation>> children = new HashMap<>();
        all.forEach(one -> one.parent()
                .ifPresent(above -> children.computeIfAbsent(above, key -> new ArrayList<>())
                        .add(one)));
        List<Listed> listed = new ArrayList<>();
        all.stream()
                .filter(one -> one.id() == actor.organisation().id())
                .forEach(one -> list(one, 0, children, listed));
        return listed;
    }

    private static void list(Organisation one, int depth, Map<Long, List<Organisation>> children, List<Listed> listed) {
        listed.add(new Listed(one, depth));
        children.getOrDefault(one.id(), List.of()).forEach(child -> list(child, depth + 1, children, listed));
    }

    /** One, with the places of a venue owner. */
    public Optional<Organisation> find(Actor actor, long id) {
        return store.read(actor.scope(), client -> find(client, id));
    }

    private static Optional<Organisation> find(JdbcClient client, long id) {
        return client.sql("select * from organisation where organisation_id = :id")
                .param("id", id)
                .query((row, number) -> Actors.organisation(row))
                .optional()
                .map(found -> found.kind() == OrganisationKind.OWNER ? withPlaces(client, found) : found);
    }

    private static Organisation withPlaces(JdbcClient client, Organisation found) {
        Reach reach = found.reach();
        Set<String> places =
                new HashSet<>(client.sql("select place_id from organisation_place where organisation_id = :id")
                        .param("id", found.id())
                        .query(String.class)
                        .list());
        return new Organisation(
                found.id(),
                found.code(),
                found.name(),
                found.kind(),
                found.parent(),
                new Reach(reach.divisions(), reach.scenarios(), reach.operators(), Optional.of(places)),
                found.version());
    }

    /**
     * Makes one below the actor's own.
     *
     * @throws RefusedException if it is not well filled in, its code is taken, or it would see more than the actor does
     */
    public Organisation make(Actor actor, OrganisationForm form) {
        refuse(form.check());
        refuse(beyond(actor, form));
        return save(actor, client -> {
            long id = bind(client.sql("""
                            insert into organisation (code, name, kind, parent_id, divisions, scenarios, operators)
                            values (:code, :name, :kind, :parent, :divisions, :scenarios, :operators) returning organisation_id
                            """), form).query(Long.class).single();
            savePlaces(client, id, form, Set.of());
            return id;
        });
    }

    /**
     * Changes one below the actor's own; one that has none above it changes its name only.
     *
     * @throws Conflict if it is not at this version any more
     */
    public Organisation change(Actor actor, long id, int version, OrganisationForm form) {
        refuse(form.check());
        Organisation present = find(actor, id).orElseThrow(Organisations::unknown);
        boolean own = id == actor.organisation().id();
        refuse(own ? changedOwn(present, form) : beyond(actor, form));
        return save(actor, client -> {
            refuseCircle(client, id, form);
            int changed = bind(client.sql("""
                            update organisation set code = :code, name = :name, kind = :kind, parent_id = :parent,
                                divisions = :divisions, scenarios = :scenarios, operators = :operators, version = version + 1
                            where organisation_id = :id and version = :version
                            """), form)
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (changed == 0) {
                throw actor.organisations().contains(id) ? new Conflict("organisation") : unknown();
            }
            if (!own) {
                savePlaces(client, id, form, present.reach().places().orElse(Set.of()));
            }
            return id;
        });
    }

    private Organisation save(Actor actor, Function<JdbcClient, Long> work) {
        try {
            return store.change(
                    actor.scope(), client -> find(client, work.apply(client)).orElseThrow());
        } catch (DuplicateKeyException e) {
            throw new RefusedException(
                    Problems.of("code", "ORGANISATION_CODE_TAKEN", Text.of("这个单位代码已有", "this code is taken")));
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, OrganisationForm form) {
        return statement
                .param("code", form.code().strip())
                .param("name", form.name().strip())
                .param("kind", form.kind())
                .param("parent", form.parent().orElse(null), java.sql.Types.BIGINT)
                .param("divisions", array(form.reach().divisions()), java.sql.Types.ARRAY)
                .param("scenarios", array(form.reach().scenarios()), java.sql.Types.ARRAY)
                .param("operators", array(form.reach().operators()), java.sql.Types.ARRAY);
    }

    private static String[] array(Optional<Set<String>> limit) {
        return limit.map(values -> values.stream().sorted().toArray(String[]::new))
                .orElse(null);
    }

    private static void savePlaces(JdbcClient client, long id, OrganisationForm form, Set<String> present) {
        Set<String> wanted = form.kind().equals(OrganisationKind.OWNER.name())
                ? form.reach().places().orElse(Set.of())
                : Set.of();
        String[] gone =
                present.stream().filter(place -> !wanted.contains(place)).toArray(String[]::new);
        String[] added =
                wanted.stream().filter(place -> !present.contains(place)).toArray(String[]::new);
        client.sql("delete from organisation_place where organisation_id = :id and place_id = any (:gone)")
                .param("id", id)
                .param("gone", gone)
                .update();
        client.sql("insert into organisation_place (organisation_id, place_id) select :id, unnest(:added::text[])")
                .param("id", id)
                .param("added", added)
                .update();
    }

    /** What the database would refuse as well, said in words. */
    private static List<Problem> beyond(Actor actor, OrganisationForm form) {
        List<Problem> problems = new ArrayList<>();
        if (form.parent().isEmpty()
                || !actor.organisations().contains(form.parent().get())) {
            problems.add(Problems.of(
                    "parent",
                    "ORGANISATION_OUT_OF_REACH",
                    Text.of("上级应为本单位或其下级", "the one above must be yours or one below it")));
        }
        OrganisationKind own = actor.organisation().kind();
        if (own != OrganisationKind.ADMINISTRATION && !form.kind().equals(own.name())) {
            problems.add(Problems.of(
                    "kind",
                    "KIND_OUT_OF_REACH",
                    Text.of("只能建与本单位同类的下级单位", "only organisations of your own kind can be made below it")));
        }
        if (!actor.reach().holds(form.reach())) {
            problems.add(Problems.of(
                    "reach",
                    "REACH_BEYOND_OWN",
                    Text.of("不能给出超过本单位的范围", "nobody hands on more than they see themselves")));
        }
        return problems;
    }

    private static List<Problem> changedOwn(Organisation present, OrganisationForm form) {
        boolean nameOnly = present.parent().isEmpty()
                && form.parent().isEmpty()
                && form.kind().equals(present.kind().name())
                && form.reach().equals(present.reach());
        return nameOnly
                ? List.of()
                : List.of(Problems.of(
                        "",
                        "OWN_ORGANISATION",
                        Text.of(
                                "本单位的类型和范围由上级单位修改",
                                "kind and reach of your own organisation are changed by the one above")));
    }

    private static void refuseCircle(JdbcClient client, long id, OrganisationForm form) {
        boolean circle = form.parent().isPresent()
                && client.sql("""
                                with recursive above as (
                                    select organisation_id, parent_id from organisation where organisation_id = :parent
                                    union
                                    select o.organisation_id, o.parent_id from organisation o join above a on o.organisation_id = a.parent_id)
                                select exists (select from above where organisation_id = :id)
                                """)
                        .param("parent", form.parent().get())
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        if (circle) {
            throw new RefusedException(Problems.of(
                    "parent", "ORGANISATION_CIRCLE", Text.of("上级不能是它自己或它的下级", "nothing stands above itself")));
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    private static RefusedException unknown() {
        return new RefusedException(
                Problems.of("", "ORGANISATION_UNKNOWN", Text.of("没有这个单位", "There is no such organisation")));
    }
}
