package org.signalup.lake.internal;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the lake writes it: snake case, maps sorted. */
final class Json {
    private static final JsonMapper LINE = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonMapper PAGE =
            LINE.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static String line(Object value) {
        return LINE.writeValueAsString(value);
    }

    static String page(Object value) {
        return PAGE.writeValueAsString(value) + "\n";
    }

    static JsonNode tree(String text) {
        return LINE.readTree(text);
    }

    static <T> T read(String text, Class<T> type) {
        return LINE.readValue(text, type);
    }
}
