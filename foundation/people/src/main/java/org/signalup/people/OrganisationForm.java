package org.signalup.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Problem;
import org.signalup.domain.Reach;
import org.signalup.domain.Text;

/**
 * What is filled in for an organisation.
 *
 * @param kind name of an {@link OrganisationKind}
 * @param parent the organisation above it; empty only for one that has none
 * @param reach with the places of a venue owner
 */
public record OrganisationForm(String code, String name, String kind, Optional<Long> parent, Reach reach) {
    private static final int MOST = 20_000;

    List<Problem> check() {
        List<Problem> problems = new ArrayList<>();
        FieldRules.code("code", code).ifPresent(problems::add);
        FieldRules.name("name", name).ifPresent(problems::add);
        if (parsedKind().isEmpty()) {
            problems.add(Problems.of("kind", "KIND_UNKNOWN", Text.of("请选择单位类型", "choose a kind of organisation")));
        }
        limit(problems, "divisions", reach.divisions(), "[0-9]{2,12}");
        limit(problems, "scenarios", reach.scenarios(), "[A-Z0-9_]{1,32}");
        limit(problems, "operators", reach.operators(), "[A-Z0-9_]{1,32}");
        limit(problems, "places", reach.places(), "[^\\p{Cntrl}=+@-][^\\p{Cntrl}]{0,99}");
        return problems;
    }

    private static void limit(List<Problem> problems, String field, Optional<Set<String>> limit, String allowed) {
        limit.ifPresent(values -> values.stream()
                .filter(value -> !value.matches(allowed))
                .sorted()
                .findFirst()
                .ifPresent(value -> problems.add(Problems.of(
                        field,
                        "REACH_INVALID",
                        Text.of("“" + value + "”无法识别", "\"" + value + "\" is not understood")))));
        if (limit.isPresent() && limit.get().size() > MOST) {
            problems.add(Problems.of(field, "REACH_TOO_LONG", Text.of("最多 20000 项", "at most 20000")));
        }
    }

    Optional<OrganisationKind> parsedKind() {
        for (OrganisationKind known : OrganisationKind.values()) {
            if (known.name().equals(kind)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
