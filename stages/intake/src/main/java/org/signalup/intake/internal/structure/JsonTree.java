package org.signalup.intake.internal.structure;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * One value of a JSON document as maps, lists and texts. Numbers stay as they are written, so that no digit changes. What
 * one value may hold is limited: a document is read value by value, and one of them has to fit in memory.
 */
final class JsonTree {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 500;
    private static final int MOST_VALUES = 500_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            // Some clients write NaN; it is refused where a number is needed.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final JsonParser parser;
    private int values;
    private boolean keyTwice;

    JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    static JsonParser parser(InputStream in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    static JsonParser parser(byte[] bytes, int start, int end) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, start, end - start);
    }

    /** Whether a key stood twice in one object of the value read last. */
    boolean keyTwice() {
        return keyTwice;
    }

    /** Forgets the last value and its size. */
    void begin() {
        values = 0;
        keyTwice = false;
    }

    /** The value that begins with the token at hand; null for {@code null}. */
    Object value() {
        if (++values > MOST_VALUES) {
            throw new FileRefusal(RefusalCode.JSON_TOO_LARGE);
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            put(object, name, value());
        }
        return object;
    }

    /** Adds a member; a key that is there keeps its first value. */
    void put(Map<String, Object> object, String name, Object value) {
        if (object.containsKey(name)) {
            keyTwice = true;
        } else {
            object.put(name, value);
        }
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }
}
