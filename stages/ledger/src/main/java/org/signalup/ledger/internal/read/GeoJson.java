package org.signalup.ledger.internal.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.Findings.Spot;
import org.signalup.ledger.internal.table.FileBytes;
import org.signalup.ledger.internal.table.TextDecoder;
import org.signalup.ledger.internal.table.UnreadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A FeatureCollection, feature by feature with the line each begins on.
 *
 * @param crs what the collection says about its coordinate system, if it does
 */
record GeoJson(String file, Optional<String> crs, List<Feature> features) {
    // NaN is let through here so that it can be told with the feature it stands in.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    GeoJson {
        features = List.copyOf(features);
    }

    /**
     * One feature.
     *
     * @param line physical line where it begins
     */
    record Feature(int index, long line, JsonNode node) {}

    /** Reads a file, plain or gzip; what is wrong goes to the findings and nothing comes back. */
    static Optional<GeoJson> read(Path path, Findings findings) {
        String file = String.valueOf(path.getFileName());
        try {
            return parse(file, TextDecoder.decode(FileBytes.read(path)), findings);
        } catch (UnreadableException wrong) {
            refuse(new Spot(file, wrong.row(), "", ""), wrong.code(), wrong.text(), findings);
            return Optional.empty();
        }
    }

    /** Reads text of a file. */
    static Optional<GeoJson> parse(String file, String text, Findings findings) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            return checked(collection(file, parser), file, findings);
        } catch (JacksonException wrong) {
            // The rest of the line says where the parser believes an array began, in words about the parser.
            String reason = wrong.getOriginalMessage()
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst(" \\(start marker at .*", "");
            long line = wrong.getLocation() == null
                    ? 0
                    : Math.max(0, wrong.getLocation().getLineNr());
            Text why = Text.of("不是有效的 GeoJSON：" + reason, "is not valid GeoJSON: " + reason);
            refuse(new Spot(file, line, "", ""), "GEOJSON_INVALID", why, findings);
        }
        return Optional.empty();
    }

    private static Optional<GeoJson> checked(GeoJson read, String file, Findings findings) {
        if (!read.features().isEmpty()) {
            return Optional.of(read);
        }
        Text text = Text.of("里面没有要素（应为：FeatureCollection）", "holds no features (expected: a FeatureCollection)");
        refuse(Spot.file(file), "NO_ROWS", text, findings);
        return Optional.empty();
    }

    private static void refuse(Spot spot, String code, Text text, Findings findings) {
        findings.error(spot, code, text.zh(), text.en());
    }

    private static GeoJson collection(String file, JsonParser parser) {
        Optional<String> crs = Optional.empty();
        List<Feature> features = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return new GeoJson(file, crs, features);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                features(parser, features);
            } else if (name.equals("crs")) {
                crs = crsName(parser.readValueAsTree());
            } else {
                parser.skipChildren();
            }
        }
        return new GeoJson(file, crs, features);
    }

    private static void features(JsonParser parser, List<Feature> features) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long line = parser.currentTokenLocation().getLineNr();
            JsonNode node = parser.readValueAsTree();
            features.add(new Feature(features.size(), line, node));
        }
    }

    private static Optional<String> crsName(JsonNode crs) {
        if (crs.isString()) {
            return Optional.of(crs.stringValue());
        }
        JsonNode name = crs.path("properties").path("name");
        return name.isString() ? Optional.of(name.stringValue()) : Optional.empty();
    }
}
