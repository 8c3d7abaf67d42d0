package org.signalup.web.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.signalup.people.AuditLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change as a person reads it: only the fields that differ. */
record ChangeShown(AuditLog.Entry entry, List<Field> fields) {
    private static final JsonMapper JSON = new JsonMapper();

    /** One field before and after; empty where there was none. */
    record Field(String name, String before, String after) {}

    static ChangeShown of(AuditLog.Entry entry) {
        JsonNode before = read(entry.before());
        JsonNode after = read(entry.after());
        TreeSet<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        names.remove("version");
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            String old = text(before.get(name));
            String now = text(after.get(name));
            if (!Objects.equals(old, now)) {
                fields.add(new Field(name, old, now));
            }
        }
        return new ChangeShown(entry, fields);
    }

    private static JsonNode read(String json) {
        return json.isEmpty() ? JSON.createObjectNode() : JSON.readTree(json);
    }

    private static String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
