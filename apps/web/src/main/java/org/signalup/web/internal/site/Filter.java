package org.signalup.web.internal.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader chose to see, as it stands in the address of a page: the same words on every page, so that a link keeps them.
 * Empty texts choose everything.
 *
 * @param operator code, {@code ALL} for all obliged operators together
 * @param region prefix of division codes, or the code of an organisation's region
 * @param query words looked for in names and ids
 */
public record Filter(
        String operator,
        RatRow rat,
        String scenario,
        String region,
        Optional<Verdict> verdict,
        Optional<Evidence> evidence,
        String query) {
    /** Everything in a region. */
    public static Filter inRegion(String region) {
        return new Filter(ResultRows.ALL, RatRow.ANY, "", region, Optional.empty(), Optional.empty(), "");
    }

    /** The parameters that are not at their default. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "operator", operator.equals(ResultRows.ALL) ? "" : operator);
        put(parameters, "rat", rat == RatRow.ANY ? "" : rat.code());
        put(parameters, "scenario", scenario);
        put(parameters, "region", region);
        put(parameters, "verdict", verdict.map(Verdict::code).orElse(""));
        put(parameters, "evidence", evidence.map(Evidence::code).orElse(""));
        put(parameters, "q", query);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    /** A link to a page with this filter. */
    public String link(String path) {
        return link(path, Map.of());
    }

    /** The same filter with one parameter changed; an empty value takes it away. */
    public String link(String path, String name, String value) {
        return link(path, Map.of(name, value));
    }

    /** The same filter with some parameters changed; an empty value takes one away. */
    public String link(String path, Map<String, String> changed) {
        Map<String, String> parameters = parameters();
        changed.forEach((name, value) -> {
            parameters.remove(name);
            put(parameters, name, value);
        });
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        parameters.forEach((key, kept) -> link.queryParam(key, "{" + key + "}"));
        return link.encode().buildAndExpand(parameters).toUriString();
    }
}
