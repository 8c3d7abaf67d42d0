package org.signalup.web.internal.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What a reader compares, as it stands in the address; empty texts choose everything. */
public record Query(String with, String operator, String region, String flow, String cause) {
    public Query flow(String other) {
        return new Query(with, operator, region, other, cause);
    }

    public Query cause(String other) {
        return new Query(with, operator, region, flow, other);
    }

    public Query region(String other) {
        return new Query(with, operator, other, flow, cause);
    }

    public Query operator(String other) {
        return new Query(with, other, region, flow, cause);
    }

    /** Address of a page of flips, or of the whole with page 1. */
    public String link(String path, int page) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("with", with);
        values.put("operator", operator);
        values.put("region", region);
        values.put("flow", flow);
        values.put("cause", cause);
        values.put("page", page == 1 ? "" : Integer.toString(page));
        values.values().removeIf(String::isEmpty);
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(values).toUriString();
    }
}
