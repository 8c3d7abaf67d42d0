package org.signalup.web.internal.account;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.signalup.domain.Reach;
import org.signalup.people.Actor;
import org.signalup.people.Organisation;
import org.signalup.people.OrganisationForm;
import org.signalup.people.OrganisationKind;
import org.signalup.web.internal.site.Filled;

/** Between the form of an organisation and what it is about. */
final class OrganisationForms {
    private OrganisationForms() {}

    /**
     * What was filled in. A limit left empty is the one of whoever fills it in: nobody hands on more by leaving out.
     *
     * @param present the organisation as it is; one's own keeps its kind and reach
     */
    static OrganisationForm read(Filled filled, Actor actor, Optional<Organisation> present) {
        Optional<Organisation> own = present.filter(
                organisation -> organisation.id() == actor.organisation().id());
        if (own.isPresent()) {
            Organisation kept = own.get();
            return new OrganisationForm(
                    filled.get("code"), filled.get("name"), kept.kind().name(), kept.parent(), kept.reach());
        }
        String parent = filled.get("parent");
        boolean owner = filled.get("kind").equals(OrganisationKind.OWNER.name());
        Reach reach = new Reach(
                limit(filled, "divisions").or(() -> actor.reach().divisions()),
                limit(filled, "scenarios").or(() -> actor.reach().scenarios()),
                limit(filled, "operators").or(() -> actor.reach().operators()),
                owner ? limit(filled, "places").or(() -> Optional.of(Set.of())) : Optional.empty());
        return new OrganisationForm(
                filled.get("code"),
                filled.get("name"),
                filled.get("kind"),
                parent.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(parent)) : Optional.empty(),
                reach);
    }

    private static Optional<Set<String>> limit(Filled filled, String field) {
        Set<String> said = filled.list(field).stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s;,；，、]+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    static Filled filled(Organisation organisation) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("code", List.of(organisation.code()));
        values.put("name", List.of(organisation.name()));
        values.put("kind", List.of(organisation.kind().name()));
        values.put("parent", List.of(organisation.parent().map(String::valueOf).orElse("")));
        values.put("divisions", List.of(text(organisation.reach().divisions(), " ")));
        values.put("scenarios", List.copyOf(organisation.reach().scenarios().orElse(Set.of())));
        values.put("operators", List.copyOf(organisation.reach().operators().orElse(Set.of())));
        values.put("places", List.of(text(organisation.reach().places(), "\n")));
        values.put("version", List.of(Integer.toString(organisation.version())));
        return new Filled(values, List.of());
    }

    static List<Object> row(Organisation one, List<Organisation> all) {
        String parent = one.parent()
                .flatMap(above ->
                        all.stream().filter(other -> other.id() == above).findFirst())
                .map(Organisation::code)
                .orElse("");
        return List.of(
                one.code(),
                one.name(),
                one.kind().name(),
                parent,
                text(one.reach().divisions(), ";"),
                text(one.reach().scenarios(), ";"),
                text(one.reach().operators(), ";"));
    }

    private static String text(Optional<Set<String>> limit, String separator) {
        return limit.map(values -> String.join(separator, new TreeSet<>(values)))
                .orElse("");
    }
}
