package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.TestMode;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.MapCode;
import org.signalup.evaluate.ResultTables;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.MapGrid;
import org.signalup.web.internal.map.ReadTile;
import org.signalup.web.internal.map.ReadTile.Feature;

/** What tiles show, counted against the contract tables the map tables were made from. */
class MapTilesTest {
    @TempDir
    static Path spill;

    private static Engine engine;
    private static ResultTables tables;

    @BeforeAll
    static void open() {
        Path folder = Served.folder("town");
        engine = DuckDbEngine.open(2, "500MB", spill);
        tables = ResultTables.of(folder, engine);
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private static ReadTile read(int zoom, int x, int y, String query) {
        try {
            URI uri = URI.create(Served.url() + "/e/town/tiles/" + zoom + "/" + x + "/" + y + ".mvt" + query);
            HttpResponse<byte[]> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(uri.toString()).isEqualTo(200);
            return ReadTile.of(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All features of a layer in the tiles of a zoom that hold the town. */
    private static List<Feature> all(int zoom, String layer, String query) {
        return all(zoom, layer, query, new GeoPoint(101.9, 40.85), new GeoPoint(102.6, 40.4));
    }

    private static List<Feature> all(int zoom, String layer, String query, GeoPoint northWest, GeoPoint southEast) {
        int shift = 28 - zoom;
        List<Feature> features = new ArrayList<>();
        for (int x = MapGrid.x(northWest) >> shift; x <= MapGrid.x(southEast) >> shift; x++) {
            for (int y = MapGrid.y(northWest) >> shift; y <= MapGrid.y(southEast) >> shift; y++) {
                features.addAll(read(zoom, x, y, query).layer(layer));
            }
        }
        return features;
    }

    private static Object value(Feature feature, String name) {
        return feature.properties().get(name);
    }

    @Test
    void everyVerdictOfTheTownHasACode() {
        for (String table : List.of("points", "places", "bins", "lines")) {
            assertThat(tables.number("SELECT COUNT(*) FROM " + table + " WHERE " + MapCode.sql() + " = 0"))
                    .as(table)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"ALL, 8", "ALL, 11", "CMCC, 8", "CBN, 9"})
    void placesHaveTheVerdictsOfTheResultFile(String operator, int zoom) {
        List<String> shown = all(zoom, "places", "?operator=" + operator).stream()
                .map(place -> value(place, "id") + " " + value(place, "c") + " "
                        + place.properties().getOrDefault("s", 0L))
                .toList();
        List<String> expected = tables.list(
                "SELECT l.place_id, COALESCE(" + MapCode.sql()
                        + ", 0), COALESCE(p.stars, 0) FROM ledger_place AS l LEFT JOIN"
                        + " (SELECT * FROM places WHERE operator = ?) AS p ON l.place_id = p.place_id",
                row -> row.text(0) + " " + row.getLong(1) + " " + row.getLong(2),
                operator);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"ALL, ANY, 13", "CMCC, 5G, 13", "CUCC, 4G, 13"})
    void pointsHaveTheVerdictsOfTheResultFile(String operator, String rat, int zoom) {
        List<String> shown = all(zoom, "points", "?operator=" + operator + "&rat=" + rat).stream()
                .map(point -> value(point, "id") + " " + value(point, "c"))
                .toList();
        List<String> expected = tables.list(
                "SELECT l.point_id, COALESCE(" + MapCode.sql()
                        + ", 0) FROM ledger_point AS l LEFT JOIN (SELECT * FROM points"
                        + " WHERE operator = ? AND rat = ?) AS p ON l.point_id = p.point_id",
                row -> row.text(0) + " " + row.getLong(1),
                operator,
                rat);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"ALL, ANY", "CTCC, 5G"})
    void linesAreColouredBinByBinAtCloseZoom(String operator, String rat) {
        Set<String> shown = new HashSet<>();
        all(12, "lines", "?operator=" + operator + "&rat=" + rat)
                .forEach(bin -> shown.add(value(bin, "id") + " " + value(bin, "from") + " " + value(bin, "c")));
        List<String> expected = tables.list(
                "SELECT l.line_id, CAST(l.from_m AS INT), COALESCE(" + MapCode.sql()
                        + ", 0) FROM ledger_bin AS l LEFT JOIN"
                        + " (SELECT * FROM bins WHERE operator = ? AND rat = ?) AS b ON l.line_id = b.line_id AND l.bin = b.bin",
                row -> row.text(0) + " " + row.getInt(1) + " " + row.getLong(2),
                operator,
                rat);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"FAIL, , SIM", "PASS, A, SIM", "NOT_MEASURED, , SIM"})
    void aFilteredTileHasAsManyPlacesAsTheResultFile(String verdict, String evidence, String word) {
        String query = "?verdict=" + verdict + "&q=" + word + (evidence == null ? "" : "&evidence=" + evidence);
        long expected = tables.number(
                "SELECT COUNT(*) FROM places WHERE operator = 'ALL' AND verdict = ?"
                        + (evidence == null ? "" : " AND evidence = '" + evidence + "'"),
                verdict);
        assertThat(expected).isPositive();
        assertThat(all(8, "places", query)).hasSize((int) expected);
    }

    private static GeoPoint hall() {
        return tables.find(
                        "SELECT lon, lat FROM ledger_point WHERE place_id = 'SIM-P01' ORDER BY point_id",
                        row -> new GeoPoint(row.getDouble(0), row.getDouble(1)))
                .orElseThrow();
    }

    /** The samples in the closest tile that holds a position. */
    private static List<Object> ids(GeoPoint at, String query) {
        return all(16, "samples", query, at, at).stream()
                .map(sample -> value(sample, "id"))
                .toList();
    }

    @Test
    void theClosestTilesHaveTheSamplesOfTheRow() {
        GeoPoint hall = hall();
        int x = MapGrid.x(hall) >> 12;
        int y = MapGrid.y(hall) >> 12;
        for (String operator : List.of("CMCC", "CTCC")) {
            List<String> expected = tables
                    .list(
                            "SELECT file_no, row_no, lon_e7, lat_e7 FROM sample WHERE operator = ? AND test_mode = ? AND lon_e7 IS"
                                    + " NOT NULL AND (rsrp_mdbm IS NOT NULL OR rat IN (0, 2, 3))",
                            row -> new Object[] {
                                row.getInt(0) + ":" + row.getLong(1),
                                new GeoPoint(row.getInt(2) / 1e7, row.getInt(3) / 1e7)
                            },
                            operator,
                            TestMode.FREE.number())
                    .stream()
                    .filter(sample ->
                            MapGrid.x((GeoPoint) sample[1]) >> 12 == x && MapGrid.y((GeoPoint) sample[1]) >> 12 == y)
                    .map(sample -> (String) sample[0])
                    .toList();
            assertThat(expected).as(operator).isNotEmpty();
            assertThat(ids(hall, "?operator=" + operator)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void samplesWithIdsOnlyStandAroundWhatTheyCountedFor() {
        List<String> expected = tables.list(
                "SELECT DISTINCT m.file_no, m.row_no FROM match AS m JOIN sample AS s ON m.file_no = s.file_no AND m.row_no ="
                        + " s.row_no WHERE s.lon_e7 IS NULL AND s.operator = 'CMCC' AND s.test_mode = ? AND s.line_id = 'SIM-M1'",
                row -> row.getInt(0) + ":" + row.getLong(1),
                TestMode.FREE.number());
        assertThat(expected).isNotEmpty();
        List<GeoPoint> ends = tables.list(
                        "SELECT MIN(from_lon), MAX(from_lat), MAX(to_lon), MIN(to_lat) FROM ledger_bin WHERE line_id = 'SIM-M1'",
                        row -> List.of(
                                new GeoPoint(row.getDouble(0), row.getDouble(1)),
                                new GeoPoint(row.getDouble(2), row.getDouble(3))))
                .get(0);
        List<Object> shown = all(16, "samples", "?operator=CMCC&q=SIM-M1", ends.get(0), ends.get(1)).stream()
                .map(sample -> value(sample, "id"))
                .filter(expected::contains)
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Served.get("/e/town/map/about?sample=" + expected.get(0)).body())
                .contains("RSRP");
    }

    @Test
    void aSampleOfAnotherModeIsNotShown() {
        GeoPoint hall = hall();
        List<Object> free = ids(hall, "?operator=CMCC");
        List<Object> locked = ids(hall, "?operator=CMCC&rat=4G");
        assertThat(free).isNotEmpty().doesNotContainAnyElementsOf(locked);
    }

    @Test
    void tilesBeyondTheTownAreEmpty() {
        assertThat(Stream.of("places", "points", "lines", "samples"))
                .allSatisfy(layer -> assertThat(read(16, 0, 0, "").layer(layer)).isEmpty());
    }
}
