package org.signalup.evaluate.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Verdict;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.MapCode;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.MapGrid;

/** The map tables made from small result and ledger tables. */
class MapTablesTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(2, "500MB", folder);
        write(
                "places",
                "place_id, operator, verdict, evidence, stars",
                "('P', 'ALL', 'FAIL', 'B', NULL)",
                "('P', 'CMCC', 'PASS', 'A', 4)",
                "('P', 'CTCC', 'FAIL', 'B', NULL)",
                "('Q', 'ALL', 'PASS', 'C', 3)");
        write(
                "points",
                "point_id, operator, rat, verdict, evidence",
                "('A', 'ALL', 'ANY', 'RETEST', 'C')",
                "('A', 'CMCC', 'ANY', 'PASS', 'B')",
                "('A', 'CMCC', '5G', 'FAIL', 'A')",
                "('K', 'CMCC', '4G', 'TOO_FEW', NULL)");
        write(
                "ledger_place",
                "place_id, name, scenario, division_code, lon, lat",
                "('P', '市民中心', 'GOV', '110105', 116.4, 39.9)",
                "('Q', '车站', 'HUB', '110102', 116.3, 39.8)",
                "('R', '极地站', 'TOUR', '', 0.0, 89.9)");
        write(
                "ledger_point",
                "point_id, place_id, line_id, name, kind, scenario, lon, lat, chainage_from_m, chainage_to_m",
                "('A', 'P', NULL, '大厅', 'HALL', 'GOV', 116.401, 39.901, NULL, NULL)",
                "('K', NULL, 'L', '隧道', 'TUNNEL', 'TRANSPORT', NULL, NULL, 110, 230)");
        lines(List.of());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void write(String table, String columns, String... rows) {
        engine.export(
                "SELECT * FROM (VALUES " + String.join(", ", rows) + ") AS v(" + columns + ")",
                folder.resolve(table + ".parquet"));
    }

    /** One line L of two parts, 300 and 20 bins of 100 m to the east; {@code codes} of CMCC over any network, bin by bin. */
    private void lines(List<Integer> codes) {
        write("lines", "line_id, operator", "('L', 'CMCC')");
        write("ledger_line", "line_id, kind, division_codes", "('L', 'ROAD', '110105;110102')");
        StringJoiner ledger = new StringJoiner(", ");
        StringJoiner bins = new StringJoiner(", ");
        bins.add("('L', -1, 'CMCC', 'ANY', 'PASS', 'A')");
        for (int bin = 0; bin < 320; bin++) {
            int part = bin < 300 ? 0 : 1;
            double lon = 116 + bin * 0.001 + part * 0.01;
            double lat = 39 + Math.abs(bin % 7 - 3) * 0.0001;
            double nextLat = bin == 299 ? 39 : 39 + Math.abs((bin + 1) % 7 - 3) * 0.0001;
            ledger.add("('L', " + bin + ", " + part + ", " + bin * 100.0 + ", " + (bin + 1) * 100.0 + ", " + lon + ", "
                    + lat + ", " + (lon + 0.001) + ", " + nextLat + ")");
            if (bin < codes.size() && codes.get(bin) > 0) {
                MapCode code = MapCode.all().get(codes.get(bin));
                bins.add("('L', " + bin + ", 'CMCC', 'ANY', '" + code.verdict().code() + "', "
                        + code.evidence().map(grade -> "'" + grade.code() + "'").orElse("NULL") + ")");
            }
        }
        write("ledger_bin", "line_id, bin, part, from_m, to_m, from_lon, from_lat, to_lon, to_lat", ledger.toString());
        write("bins", "line_id, bin, operator, rat, verdict, evidence", bins.toString());
    }

    private void publish() {
        MapTables.publish(engine, folder);
        for (String table : List.of("map_slot", "map_place", "map_point", "map_line")) {
            engine.attach(table, List.of(folder.resolve(table + ".parquet")));
        }
    }

    private int shift(String operator) {
        return engine.list("SELECT shift FROM map_slot WHERE operator = '" + operator + "'", row -> row.getInt(0))
                .get(0);
    }

    private MapCode code(String table, String column, String id, String operator) {
        String key = table.equals("map_place") ? "place_id" : "point_id";
        long packed = engine.list(
                        "SELECT " + column + " FROM " + table + " WHERE " + key + " = '" + id + "'",
                        row -> row.getLong(0))
                .get(0);
        return MapCode.unpack(packed, shift(operator));
    }

    @Test
    void allObligedTogetherHaveTheFirstBits() {
        publish();
        assertThat(engine.list("SELECT operator FROM map_slot ORDER BY shift", row -> row.text(0)))
                .containsExactly("ALL", "CMCC", "CTCC");
        assertThat(shift("ALL")).isZero();
    }

    @Test
    void aPlaceHasTheVerdictAndStarsOfEachOperator() {
        publish();
        assertThat(code("map_place", "verdicts", "P", "ALL").number()).isEqualTo(7);
        assertThat(code("map_place", "verdicts", "P", "CMCC").number()).isEqualTo(11);
        assertThat(code("map_place", "verdicts", "Q", "CMCC").number()).isZero();
        assertThat(code("map_place", "stars", "P", "CMCC").number()).isEqualTo(4);
        assertThat(code("map_place", "stars", "P", "CTCC").number()).isZero();
    }

    @Test
    void aPointHasTheVerdictOfEachNetworkRow() {
        publish();
        assertThat(code("map_point", "v_any", "A", "ALL").number()).isEqualTo(4);
        assertThat(code("map_point", "v_5g", "A", "CMCC").number()).isEqualTo(8);
        assertThat(code("map_point", "v_4g", "A", "CMCC").number()).isZero();
    }

    @Test
    void sqlAndJavaPutAPositionOnTheSameUnit() {
        publish();
        GeoPoint hall = new GeoPoint(116.401, 39.901);
        assertThat(engine.list(
                        "SELECT x, y FROM map_point WHERE point_id = 'A'",
                        row -> List.of(row.getInt(0), row.getInt(1))))
                .containsExactly(List.of(MapGrid.x(hall), MapGrid.y(hall)));
        GeoPoint pole = new GeoPoint(0, 89.9);
        assertThat(engine.list(
                        "SELECT x, y FROM map_place WHERE place_id = 'R'",
                        row -> List.of(row.getInt(0), row.getInt(1))))
                .containsExactly(List.of(MapGrid.x(pole), MapGrid.y(pole)));
    }

    @Test
    void aPointKnownByItsChainageStandsOnItsLine() {
        publish();
        // K0+110 to K0+230 has its middle in bin 1, which begins at 116.001.
        assertThat(engine.list("SELECT x FROM map_point WHERE point_id = 'K'", row -> row.getInt(0)))
                .containsExactly(MapGrid.x(new GeoPoint(116.001, 39.0002)));
    }

    @Test
    void rowsAreSortedByStripsOfTheMap() {
        publish();
        List<Integer> strips = engine.list("SELECT x - x % 65536 FROM map_place", row -> row.getInt(0));
        assertThat(strips).isSorted();
    }

    @Test
    void aLevelJoinsEightTimesAsManyBinsAndNeverBeyondAPart() {
        publish();
        assertThat(stretches(0)).hasSize(320);
        assertThat(stretches(1)).hasSize(38 + 3);
        assertThat(stretches(2)).hasSize(5 + 1);
        assertThat(stretches(3)).hasSize(1 + 1);
        for (int level = 0; level < 4; level++) {
            assertThat(stretches(level)).extracting(Stretch::fromM).contains(0.0, 30_000.0);
            assertThat(stretches(level)).extracting(Stretch::toM).contains(30_000.0, 32_000.0);
        }
    }

    @Test
    void stretchesOfAPartTouch() {
        publish();
        for (int level = 0; level < 4; level++) {
            List<Stretch> stretches = stretches(level);
            for (int i = 1; i < stretches.size(); i++) {
                Stretch before = stretches.get(i - 1);
                Stretch next = stretches.get(i);
                if (next.fromM != 30_000) {
                    assertThat(next.path.get(0))
                            .as("level %d, %s m", level, next.fromM)
                            .isEqualTo(before.path.get(before.path.size() - 1));
                }
                assertThat(next.path).hasSizeLessThanOrEqualTo(9).allSatisfy(at -> {
                    assertThat(at.get(0)).isBetween(next.x, next.maxX);
                    assertThat(at.get(1)).isBetween(next.y, next.maxY);
                });
            }
        }
    }

    @Test
    void aStretchShowsWhatMostOfItsBinsShowAndNoFailingBinIsLost() {
        for (long seed = 1; seed <= 3; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int spread = 1 + random.nextInt(MapCode.all().size() - 1);
            List<Integer> codes = random.ints(
                            320,
                            MapCode.all().size() - spread - 1,
                            MapCode.all().size())
                    .boxed()
                    .toList();
            lines(codes);
            publish();
            int shift = shift("CMCC");
            for (int level = 0; level < 4; level++) {
                for (Stretch stretch : stretches(level)) {
                    List<MapCode> bins = codes.subList((int) (stretch.fromM / 100), (int) (stretch.toM / 100)).stream()
                            .map(MapCode.all()::get)
                            .toList();
                    String where = "seed " + seed + ", level " + level + ", " + stretch.fromM + " m";
                    Verdict shown = MapCode.unpack(stretch.any, shift).verdict();
                    assertThat(shown).as(where).isIn(mostAndWorst(bins));
                    assertThat(stretch.failing >> (shift / MapCode.BITS) & 1)
                            .as(where)
                            .isEqualTo(bins.stream().anyMatch(bin -> bin.verdict() == Verdict.FAIL) ? 1 : 0);
                }
            }
        }
    }

    /** The verdicts most bins have; of several those that are worst. */
    private static List<Verdict> mostAndWorst(List<MapCode> bins) {
        List<Verdict> verdicts = List.of(Verdict.values());
        long most = verdicts.stream()
                .mapToLong(verdict -> count(bins, verdict))
                .max()
                .orElseThrow();
        List<Verdict> shared = verdicts.stream()
                .filter(verdict -> count(bins, verdict) == most)
                .toList();
        int worst = shared.stream().mapToInt(MapTablesTest::badness).max().orElseThrow();
        return shared.stream().filter(verdict -> badness(verdict) == worst).toList();
    }

    private static long count(List<MapCode> bins, Verdict verdict) {
        return bins.stream().filter(bin -> bin.verdict() == verdict).count();
    }

    private static int badness(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 3;
            case RETEST -> 2;
            case PASS -> 0;
            case TOO_FEW, UNDECIDED, NOT_MEASURED -> 1;
        };
    }

    private record Stretch(
            double fromM,
            double toM,
            int x,
            int y,
            int maxX,
            int maxY,
            List<List<Integer>> path,
            long any,
            long failing) {}

    private List<Stretch> stretches(int level) {
        return engine.list(
                "SELECT from_m, to_m, x, y, max_x, max_y, path, v_any, f_any FROM map_line WHERE level = " + level
                        + " ORDER BY line_id, from_m",
                row -> new Stretch(
                        row.getDouble(0),
                        row.getDouble(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        path(row.text(6)),
                        row.getLong(7),
                        row.getLong(8)));
    }

    private static List<List<Integer>> path(String text) {
        List<List<Integer>> path = new ArrayList<>();
        String[] steps = text.split(" ");
        int x = 0;
        int y = 0;
        for (int i = 0; i < steps.length; i += 2) {
            x += Integer.parseInt(steps[i]);
            y += Integer.parseInt(steps[i + 1]);
            path.add(List.of(x, y));
        }
        return path;
    }

    @Test
    void theSameTablesGiveTheSameBytes() throws Exception {
        publish();
        byte[] first = Files.readAllBytes(folder.resolve("map_line.parquet"));
        byte[] places = Files.readAllBytes(folder.resolve("map_place.parquet"));
        publish();
        assertThat(Files.readAllBytes(folder.resolve("map_line.parquet"))).isEqualTo(first);
        assertThat(Files.readAllBytes(folder.resolve("map_place.parquet"))).isEqualTo(places);
        assertThat(engine.list("SELECT level FROM map_line", row -> row.getInt(0)))
                .isSortedAccordingTo(Comparator.naturalOrder());
    }
}
