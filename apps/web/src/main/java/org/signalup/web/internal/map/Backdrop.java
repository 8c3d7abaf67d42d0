package org.signalup.web.internal.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.web.WebOptions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is drawn below the map: the built-in sketch of provinces, or GeoJSON of the reader's own, in degrees of WGS-84.
 */
public final class Backdrop {
    private static final String SKETCH = "/static/map/china.geojson";
    private static final long MOST_BYTES = 64L << 20;
    private static final List<String> GEOMETRIES =
            List.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");
    private static final Text EXPECTED = Text.of(
            "应为 GeoJSON（FeatureCollection），经纬度 WGS-84", "expected: GeoJSON, a FeatureCollection in degrees of WGS-84");

    private final byte[] geoJson;
    private final boolean builtIn;
    private final String reviewNumber;

    private Backdrop(byte[] geoJson, boolean builtIn, String reviewNumber) {
        this.geoJson = geoJson;
        this.builtIn = builtIn;
        this.reviewNumber = reviewNumber;
    }

    byte[] geoJson() {
        return geoJson;
    }

    /** Whether it is the sketch, which lacks the South China Sea islands. */
    public boolean builtIn() {
        return builtIn;
    }

    /** 审图号 of the reader's own backdrop; empty for the sketch, which has none. */
    public String reviewNumber() {
        return reviewNumber;
    }

    /**
     * The backdrop of the options.
     *
     * @throws RefusedException if the file cannot be drawn
     */
    public static Backdrop of(WebOptions options) {
        String number = options.mapReviewNumber().map(String::strip).orElse("");
        return options.backdrop()
                .map(file -> new Backdrop(read(file), false, number))
                .orElseGet(() -> new Backdrop(sketch(), true, ""));
    }

    private static byte[] sketch() {
        try (InputStream in = Backdrop.class.getResourceAsStream(SKETCH)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw refused(file, "BACKDROP_UNREADABLE", Text.of("不是 64 MB 以内的文件", "is no file of up to 64 MB"));
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw refused(file, "BACKDROP_UNREADABLE", Text.of("无法读取", "cannot be read"));
        }
        try {
            JsonNode features = new JsonMapper().readTree(bytes).path("features");
            if (!features.isArray() || features.isEmpty()) {
                throw refused(file, "BACKDROP_EMPTY", Text.of("里面没有要素", "holds no features"));
            }
            features.forEach(feature -> wrong(feature.path("geometry")).ifPresent(text -> {
                throw refused(file, "BACKDROP_GEOMETRY", text);
            }));
        } catch (JacksonException e) {
            throw refused(file, "BACKDROP_NO_JSON", Text.of("不是 JSON", "is not JSON"));
        }
        return bytes;
    }

    private static Optional<Text> wrong(JsonNode geometry) {
        if (geometry.isNull()) {
            return Optional.empty();
        }
        String type = geometry.path("type").asString("");
        if (type.equals("GeometryCollection")) {
            return geometry.path("geometries")
                    .valueStream()
                    .flatMap(each -> wrong(each).stream())
                    .findFirst();
        }
        if (!GEOMETRIES.contains(type)) {
            return Optional.of(Text.of("几何类型“" + type + "”无法识别", "has a geometry of unknown type “" + type + "”"));
        }
        return onEarth(geometry.path("coordinates"))
                ? Optional.empty()
                : Optional.of(Text.of("有坐标不是经纬度", "has coordinates that are no degrees"));
    }

    private static boolean onEarth(JsonNode coordinates) {
        if (!coordinates.isArray() || coordinates.isEmpty()) {
            return false;
        }
        if (coordinates.get(0).isNumber()) {
            return coordinates.size() >= 2
                    && Math.abs(coordinates.get(0).asDouble()) <= 180
                    && Math.abs(coordinates.get(1).asDouble(360)) <= 90;
        }
        return coordinates.valueStream().allMatch(Backdrop::onEarth);
    }

    private static RefusedException refused(Path file, String code, Text text) {
        return new RefusedException(Problem.ofFile(
                file.toString(),
                code,
                Text.of(text.zh() + "（" + EXPECTED.zh() + "）", text.en() + " (" + EXPECTED.en() + ")")));
    }
}
