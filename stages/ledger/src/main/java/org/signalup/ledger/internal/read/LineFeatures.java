package org.signalup.ledger.internal.read;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.LineKind;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.Line;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.cell.Dates;
import org.signalup.standards.Operator;
import tools.jackson.databind.JsonNode;

/** Reads lines.geojson. */
public final class LineFeatures {
    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Map<String, Long> firstLines = new HashMap<>();

    public LineFeatures(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /**
     * A line with the place it was read from, for problems found later, and the system it was declared in.
     *
     * @param feature as it stands in the file
     */
    public record LineRow(Line line, Findings.Spot spot, String crs, JsonNode feature) {}

    public List<LineRow> read(Path path) {
        return lines(GeoJson.read(path, findings));
    }

    /** Reads the text of a FeatureCollection. */
    public List<LineRow> parse(String file, String text) {
        return lines(GeoJson.parse(file, text, findings));
    }

    private List<LineRow> lines(Optional<GeoJson> read) {
        List<LineRow> lines = new ArrayList<>();
        read.ifPresent(json -> {
            for (GeoJson.Feature feature : json.features()) {
                line(json, feature).ifPresent(lines::add);
            }
        });
        return lines;
    }

    /** Every id of the file, also of lines that were refused for something else. */
    public boolean known(String id) {
        return firstLines.containsKey(id);
    }

    private Optional<LineRow> line(GeoJson json, GeoJson.Feature feature) {
        int before = findings.errorCount();
        Properties properties = new Properties(
                json.file(),
                feature.line(),
                "features[" + feature.index() + "]",
                feature.node().path("properties"),
                findings);
        Optional<String> id = properties.id("line_id");
        id.ifPresent(text -> unique(properties, text, feature.line()));
        Optional<LineKind> kind = kind(properties);
        List<String> operators = operators(properties);
        Optional<Double> length = length(properties);
        Optional<LocalDate> done = done(properties);
        Optional<Crs> crs = crs(properties, json.crs());
        LineGeometry geometry = geometry(properties, feature, crs);
        if (findings.errorCount() > before) {
            return Optional.empty();
        }
        String name = properties.text("name").orElse(id.orElseThrow());
        List<String> divisions = properties.list("division_codes");
        List<Line.Section> sections = new Sections(properties, id.get(), name, divisions, geometry).read();
        Line line = new Line(
                id.get(),
                name,
                kind.orElseThrow(),
                properties.text("grade").orElse(""),
                divisions,
                operators,
                length,
                done,
                sections,
                geometry);
        return findings.errorCount() > before
                ? Optional.empty()
                : Optional.of(
                        new LineRow(line, properties.spot(""), crs.orElseThrow().code(), feature.node()));
    }

    private void unique(Properties properties, String id, long line) {
        Long first = firstLines.putIfAbsent(id, line);
        if (first != null) {
            properties.error("line_id", "ID_TWICE", "编号重复，第 " + first + " 行已有", "the id is already on line " + first);
        }
    }

    private static Optional<LineKind> kind(Properties properties) {
        String text = properties.text("kind").orElse("").toUpperCase(Locale.ROOT);
        for (LineKind kind : LineKind.values()) {
            boolean same = kind.code().equals(text)
                    || kind.text().zh().equals(text)
                    || kind.text().en().equalsIgnoreCase(text);
            if (same) {
                return Optional.of(kind);
            }
        }
        properties.error(
                "kind",
                "KIND_UNKNOWN",
                "线路类型不认识（应为：RAIL ROAD METRO WATER）",
                "unknown line kind (expected: RAIL ROAD METRO WATER)");
        return Optional.empty();
    }

    private List<String> operators(Properties properties) {
        List<String> codes = new ArrayList<>();
        for (String name : properties.list("operators")) {
            Optional<Operator> operator = vocabulary.operator(name);
            if (operator.isEmpty()) {
                properties.error(
                        "operators", "OPERATOR_UNKNOWN", vocabulary.operatorZh(name), vocabulary.operatorEn(name));
            } else if (!codes.contains(operator.get().code())) {
                codes.add(operator.get().code());
            }
        }
        return codes;
    }

    private static Optional<Double> length(Properties properties) {
        OptionalDouble length = properties.number("length_km", false);
        if (length.isPresent() && length.getAsDouble() <= 0) {
            properties.error("length_km", "LENGTH_INVALID", "长度应大于 0", "the length must be more than 0");
        }
        return length.isPresent() ? Optional.of(length.getAsDouble()) : Optional.empty();
    }

    private static Optional<LocalDate> done(Properties properties) {
        Optional<String> text = properties.text("reported_done");
        Optional<LocalDate> date = text.flatMap(day -> Dates.parse(day, false));
        if (text.isPresent() && date.isEmpty()) {
            properties.error(
                    "reported_done", "DATE_INVALID", "日期看不懂（应为：2025-06-30）", "is no date (expected: 2025-06-30)");
        }
        return date;
    }

    private static Optional<Crs> crs(Properties properties, Optional<String> ofCollection) {
        String name = properties.text("crs").or(() -> ofCollection).orElse("WGS84");
        Optional<Crs> crs = Positions.known(name);
        if (crs.isEmpty()) {
            properties.error(
                    "crs",
                    "CRS_UNKNOWN",
                    "坐标系“" + name + "”不认识（应为：" + Crs.EXPECTED + "）",
                    "unknown coordinate system \"" + name + "\" (expected: " + Crs.EXPECTED + ")");
        }
        return crs;
    }

    private LineGeometry geometry(Properties properties, GeoJson.Feature feature, Optional<Crs> crs) {
        LineGeometry none = new LineGeometry(List.of(), List.of());
        if (crs.isEmpty()) {
            return none;
        }
        int before = findings.errorCount();
        List<List<GeoPoint>> parts = Shapes.lines(properties, feature.node().path("geometry"), crs.get());
        LineGeometry geometry = LineGeometry.of(parts);
        if (geometry.parts().isEmpty() && findings.errorCount() == before) {
            properties.error(
                    "geometry",
                    "LINE_NO_LENGTH",
                    "线路长度为 0：没有点，或所有点都在同一处",
                    "the line has no length: no points, or all in one spot");
        }
        return geometry;
    }
}
