package org.signalup.ledger.internal.read;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.geo.Area;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.internal.Findings;

/** Outlines of divisions by code. */
public final class DivisionAreas {
    private static final List<String> CODE_PROPERTIES = List.of("code", "adcode", "division_code");

    private final Map<String, Area> areas;

    private DivisionAreas(Map<String, Area> areas) {
        this.areas = areas;
    }

    public static DivisionAreas read(Path path, Findings findings) {
        Map<String, Area> areas = new HashMap<>();
        GeoJson.read(path, findings).ifPresent(json -> {
            Optional<Crs> crs = Positions.known(json.crs().orElse("WGS84"));
            if (crs.isEmpty()) {
                findings.error(
                        new Findings.Spot(json.file(), 1, "crs", json.crs().orElse("")),
                        "CRS_UNKNOWN",
                        "坐标系不认识（应为：" + Crs.EXPECTED + "）",
                        "unknown coordinate system (expected: " + Crs.EXPECTED + ")");
                return;
            }
            json.features().forEach(feature -> add(json, feature, crs.get(), areas, findings));
        });
        return new DivisionAreas(areas);
    }

    private static void add(
            GeoJson json, GeoJson.Feature feature, Crs crs, Map<String, Area> areas, Findings findings) {
        Properties properties = new Properties(
                json.file(),
                feature.line(),
                "features[" + feature.index() + "]",
                feature.node().path("properties"),
                findings);
        Optional<String> code = CODE_PROPERTIES.stream()
                .flatMap(name -> properties.text(name).stream())
                .findFirst();
        if (code.isEmpty()) {
            properties.error("code", "ID_MISSING", "缺行政区划代码（应为：code）", "the division code is missing (expected: code)");
            return;
        }
        List<List<GeoPoint>> rings = Shapes.rings(properties, feature.node().path("geometry"), crs);
        if (!rings.isEmpty()) {
            areas.merge(code.get(), new Area(rings), DivisionAreas::joined);
        }
    }

    private static Area joined(Area one, Area other) {
        return new Area(
                Stream.concat(one.rings().stream(), other.rings().stream()).toList());
    }

    /** The outline of a division or, without one, of the city or province its GB code names. */
    public Optional<Area> find(String code) {
        if (areas.containsKey(code) || code.length() < 6) {
            return Optional.ofNullable(areas.get(code));
        }
        for (String key : List.of(code.substring(0, 6), code.substring(0, 4) + "00", code.substring(0, 2) + "0000")) {
            if (areas.containsKey(key)) {
                return Optional.of(areas.get(key));
            }
        }
        return Optional.empty();
    }
}
