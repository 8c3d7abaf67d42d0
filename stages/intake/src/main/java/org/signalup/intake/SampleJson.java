package org.signalup.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.signalup.intake.internal.profile.CanonicalFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A message as a row of a sample file: one JSON object whose keys are the columns' words. Values are taken as they are
 * written, so that no digit changes; whether they make a sample is for intake to say.
 */
public final class SampleJson {
    /** The profile that reads a file of such rows. */
    public static final String PROFILE = CanonicalFormat.ID;

    /** Headings of a file of such rows. */
    public static final List<String> COLUMNS =
            Arrays.stream(SampleColumn.values()).map(SampleColumn::code).toList();

    private static final Map<String, Integer> PLACES =
            IntStream.range(0, COLUMNS.size()).boxed().collect(Collectors.toMap(COLUMNS::get, Function.identity()));
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Far more than a row has, far less than a line of a file may have. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_UNUSED = 50;
    private static final int UNUSED_LETTERS = 60;

    private final Set<String> unused = new TreeSet<>();

    /** Keys that no column has, of all messages so far; not more than a few dozen. */
    public Set<String> unused() {
        return unused;
    }

    /** The cells in the order of {@link #COLUMNS}; empty if the message is not such an object. */
    public Optional<String[]> cells(byte[] value) {
        if (value == null || value.length > MOST_BYTES) {
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), value)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? object(parser) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Optional<String[]> object(JsonParser parser) {
        String[] cells = new String[COLUMNS.size()];
        Arrays.fill(cells, "");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Integer place = PLACES.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (place == null) {
                unused(parser.currentName());
                parser.skipChildren();
            } else if (!token.isScalarValue() || !isOneLine(parser.getString())) {
                return Optional.empty();
            } else if (token != JsonToken.VALUE_NULL) {
                cells[place] = parser.getString();
            }
        }
        boolean alone = parser.nextToken() == null;
        return alone ? Optional.of(cells) : Optional.empty();
    }

    private void unused(String name) {
        if (unused.size() < MOST_UNUSED) {
            unused.add(name.length() > UNUSED_LETTERS ? name.substring(0, UNUSED_LETTERS) : name);
        }
    }

    /** One odd character must not make a file of which the rest is sound no text, or move the rows after it. */
    private static boolean isOneLine(String text) {
        return text.codePoints()
                .noneMatch(letter -> Character.isISOControl(letter)
                        || letter == 0x2028
                        || letter == 0x2029
                        || letter == 0xFFFE
                        || letter == 0xFFFF
                        || Character.getType(letter) == Character.SURROGATE);
    }
}
