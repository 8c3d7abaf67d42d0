package org.signalup.intake.internal.structure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON value as rows. Members become paths, {@code position.latitude}. A list of measurements of one value gives a row for
 * each, the rest of the value repeated; of any other list of objects the last counts, {@code geoLocations.geo_lat}; pairs of
 * name and value become members.
 */
final class JsonFlattening {
    /** Lists whose entries are observations of their own: the cells of a fix, the cells of a walk. */
    private static final Set<String> ROWS = Set.of("cellTowers", "fences");

    private static final String NAME = "Name";
    private static final String VALUE = "Value";

    private JsonFlattening() {}

    static List<Map<String, String>> rows(Map<String, Object> value) {
        Map<String, String> around = new LinkedHashMap<>();
        List<Map<?, ?>> entries = new ArrayList<>();
        String list = "";
        for (Map.Entry<String, Object> member : value.entrySet()) {
            if (ROWS.contains(member.getKey()) && member.getValue() instanceof List<?> found) {
                list = member.getKey();
                found.forEach(entry -> entries.add(entry instanceof Map<?, ?> map ? map : Map.of()));
            } else {
                add(member.getKey(), member.getValue(), around);
            }
        }
        Ndt7.complete(value, around);
        Rmbt.complete(value, around);
        if (entries.isEmpty()) {
            return List.of(around);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<?, ?> entry : entries) {
            Map<String, String> row = new LinkedHashMap<>(around);
            add(list, entry, row);
            rows.add(row);
        }
        return rows;
    }

    static void add(String path, Object value, Map<String, String> row) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> add(path + "." + name, member, row));
        } else if (value instanceof List<?> list) {
            addList(path, list, row);
        } else if (value != null) {
            row.put(path, (String) value);
        }
    }

    private static void addList(String path, List<?> list, Map<String, String> row) {
        Object last = list.isEmpty() ? null : list.get(list.size() - 1);
        if (list.stream().allMatch(JsonFlattening::isPair)) {
            list.forEach(pair -> add(path + "." + ((Map<?, ?>) pair).get(NAME), ((Map<?, ?>) pair).get(VALUE), row));
        } else if (last instanceof Map<?, ?> map) {
            add(path, map, row);
        }
    }

    private static boolean isPair(Object entry) {
        return entry instanceof Map<?, ?> map
                && map.size() == 2
                && map.get(NAME) instanceof String
                && map.get(VALUE) instanceof String;
    }
}
