package org.signalup.live.internal.inbox;

import org.signalup.live.Batch;
import tools.jackson.databind.json.JsonMapper;

/** A batch as JSON, in files and in the database. */
public final class BatchJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BatchJson() {}

    public static byte[] bytes(Batch batch) {
        return JSON.writeValueAsBytes(batch);
    }

    public static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static Batch parse(byte[] json) {
        return JSON.readValue(json, Batch.class);
    }

    public static <T> T parse(String json, tools.jackson.core.type.TypeReference<T> type) {
        return JSON.readValue(json, type);
    }
}
