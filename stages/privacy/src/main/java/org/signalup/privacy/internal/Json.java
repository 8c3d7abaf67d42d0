package org.signalup.privacy.internal;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values as they stand in the database. */
public final class Json {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    public static String of(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static <T> T parse(String json, TypeReference<T> type) {
        return JSON.readValue(json, type);
    }
}
