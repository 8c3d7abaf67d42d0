package org.signalup.evaluate.internal.write;

import static org.signalup.engine.Column.Type.BOOLEAN;
import static org.signalup.engine.Column.Type.DOUBLE;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.TextOrder;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.internal.map.MapLines;
import org.signalup.evaluate.internal.map.MapPlaces;
import org.signalup.evaluate.internal.map.MapPoints;
import org.signalup.evaluate.internal.map.MapTables;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger.Division;
import org.signalup.ledger.Line;
import org.signalup.ledger.Line.Section;
import org.signalup.ledger.Place;
import org.signalup.parquet.RowFile;

/**
 * The ledger as judged, as Parquet tables beside the result tables: pages ask them in one query with the results and
 * never have to read the ledger again. Positions are WGS-84; {@code tid} is the number of a target in table {@code match}.
 */
public final class LedgerTables {
    private static final Schema PLACE = Schema.of("ledger_place")
            .with(VARCHAR, "place_id", "name", "scenario", "category", "division_code")
            .with(DOUBLE, "lon", "lat")
            .with(VARCHAR, "address", "owner", "department")
            .with(INT, "target_year")
            .with(VARCHAR, "operators", "reported_done")
            .build();

    private static final Schema POINT = Schema.of("ledger_point")
            .with(VARCHAR, "point_id", "place_id", "line_id", "name", "kind", "scenario")
            .with(DOUBLE, "lon", "lat", "radius_m")
            .with(BOOLEAN, "indoor")
            .with(INT, "floor")
            .with(DOUBLE, "chainage_from_m", "chainage_to_m")
            .with(VARCHAR, "operators", "exempt_reason")
            .with(INT, "tid")
            .build();

    private static final Schema LINE = Schema.of("ledger_line")
            .with(VARCHAR, "line_id", "name", "kind", "grade", "division_codes", "operators")
            .with(DOUBLE, "length_m")
            .with(VARCHAR, "reported_done")
            .with(INT, "bins")
            .build();

    private static final Schema SECTION = Schema.of("ledger_section")
            .with(VARCHAR, "line_id", "section_id", "name", "division_code")
            .with(DOUBLE, "from_m", "to_m")
            .build();

    private static final Schema BIN = Schema.of("ledger_bin")
            .with(VARCHAR, "line_id")
            .with(INT, "bin", "part")
            .with(DOUBLE, "from_m", "to_m", "from_lon", "from_lat", "to_lon", "to_lat")
            .with(INT, "tid")
            .build();

    private static final Schema DIVISION =
            Schema.of("division").with(VARCHAR, "code", "name", "parent").build();

    private static final Comparator<Section> ALONG =
            Comparator.comparingDouble(Section::fromM).thenComparing(Section::id, TextOrder.CODE_POINTS);

    private final Targets targets;
    private final MapTables map;
    private final Path data;

    private LedgerTables(Targets targets, MapTables map, Path data) {
        this.targets = targets;
        this.map = map;
        this.data = data;
    }

    /** Pieces of work, each of which writes tables into {@code data/} of the evaluation folder, those of the map among them. */
    public static List<Runnable> publishing(Targets targets, MapTables map, Path folder) {
        LedgerTables tables = new LedgerTables(targets, map, folder.resolve("data"));
        return List.of(tables::lines, tables::points, tables::places, tables::divisions, map::slots);
    }

    private RowFile open(Schema schema) {
        return RowFile.toKeep(data.resolve(schema.name() + ".parquet"), schema);
    }

    private static <T> List<T> byId(List<T> objects, Function<T, String> id) {
        return objects.stream()
                .sorted(Comparator.comparing(id, TextOrder.CODE_POINTS))
                .toList();
    }

    private void places() {
        MapPlaces onMap = map.places();
        try (TableWriter out = open(PLACE)) {
            for (Place place : byId(targets.ledger().places(), Place::id)) {
                out.put(place.id()).put(place.name()).put(place.scenario()).put(place.category());
                out.put(place.divisionCode());
                position(out, Optional.of(place.position()));
                out.put(place.address()).put(place.owner()).put(place.department());
                integer(out, place.targetYear());
                out.put(String.join(";", targets.obliged(place.operators())));
                out.put(place.reportedDone().map(Object::toString).orElse(null)).endRow();
                onMap.add(place);
            }
        }
        onMap.publish();
    }

    private void points() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int tid = 0; tid < targets.pointCount(); tid++) {
            numbers.put(targets.points().get(tid).id(), tid);
        }
        MapPoints onMap = map.points();
        try (TableWriter out = open(POINT)) {
            for (KeyPoint point : byId(targets.ledger().keyPoints(), KeyPoint::id)) {
                out.put(point.id());
                out.put(point.placeId().orElse(null)).put(point.lineId().orElse(null));
                out.put(point.name()).put(point.kind()).put(targets.scenario(point));
                position(out, point.position());
                out.put(point.radiusM()).put(point.indoor());
                integer(out, point.floor());
                number(out, point.chainage().map(KeyPoint.Range::fromM));
                number(out, point.chainage().map(KeyPoint.Range::toM));
                out.put(String.join(";", targets.obliged(point))).put(point.exemptReason());
                integer(out, Optional.ofNullable(numbers.get(point.id())));
                out.endRow();
                onMap.add(point, Optional.ofNullable(numbers.get(point.id())));
            }
        }
        onMap.publish();
    }

    private void lines() {
        MapLines onMap = map.lines();
        try (TableWriter lines = open(LINE);
                TableWriter sections = open(SECTION);
                TableWriter bins = open(BIN)) {
            for (Line line : byId(targets.ledger().lines(), Line::id)) {
                List<Bin> cut = targets.bins(line);
                lines.put(line.id()).put(line.name()).put(line.kind().name()).put(line.grade());
                lines.put(String.join(";", line.divisionCodes()));
                lines.put(String.join(";", targets.obliged(line.operators())));
                lines.put(line.geometry().lengthMm() / 1000.0);
                lines.put(line.reportedDone().map(Object::toString).orElse(null));
                lines.put(cut.size()).endRow();
                line.sections().stream().sorted(ALONG).forEach(section -> section(sections, line, section));
                int firstBin = targets.firstBin(targets.lineNumber(line.id()));
                cut.forEach(bin -> bin(bins, line, bin, firstBin));
                onMap.add(line, cut);
            }
        }
        onMap.publish();
    }

    private static void section(TableWriter out, Line line, Section section) {
        out.put(line.id()).put(section.id()).put(section.name()).put(section.divisionCode());
        out.put(section.fromM()).put(section.toM()).endRow();
    }

    private static void bin(TableWriter out, Line line, Bin bin, int firstBin) {
        out.put(line.id()).put(bin.number()).put(bin.part());
        out.put(bin.fromMm() / 1000.0).put(bin.toMm() / 1000.0);
        position(out, Optional.of(bin.from()));
        position(out, Optional.of(bin.to()));
        out.put(firstBin + bin.number()).endRow();
    }

    private void divisions() {
        try (TableWriter out = open(DIVISION)) {
            for (Division division : byId(targets.ledger().divisions(), Division::code)) {
                out.put(division.code()).put(division.name());
                out.put(division.parent().orElse(null)).endRow();
            }
        }
    }

    private static void position(TableWriter out, Optional<GeoPoint> position) {
        number(out, position.map(GeoPoint::lonDeg));
        number(out, position.map(GeoPoint::latDeg));
    }

    private static void number(TableWriter out, Optional<Double> value) {
        if (value.isPresent()) {
            out.put(value.get().doubleValue());
        } else {
            out.putNull();
        }
    }

    private static void integer(TableWriter out, Optional<Integer> value) {
        if (value.isPresent()) {
            out.put(value.get().intValue());
        } else {
            out.putNull();
        }
    }
}
