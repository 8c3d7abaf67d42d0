package org.signalup.upload.internal;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values as they stand in the database. */
final class Json {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    static String of(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T parse(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static <T> T parse(String json, TypeReference<T> type) {
        return JSON.readValue(json, type);
    }
}
