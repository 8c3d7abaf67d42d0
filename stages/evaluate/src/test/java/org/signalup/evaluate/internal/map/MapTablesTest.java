package org.signalup.evaluate.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.LineKind;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.MapCode;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.write.LedgerTables;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.geo.MapGrid;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.OriginalPosition;
import org.signalup.ledger.Place;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.Standards;

/** The map tables of a small ledger: three places, four key points, a line of two parts. */
class MapTablesTest {
    private static final Path PROGRAMME = Path.of("../../programme");

    @TempDir
    Path folder;

    private Engine engine;
    private Targets targets;
    private MapVerdicts verdicts;

    @BeforeEach
    void judge() {
        engine = DuckDbEngine.open(2, "500MB", folder);
        Ledger ledger = new Ledger(
                List.of(
                        place("P", "110105", 116.4, 39.9),
                        place("Q", "110102", 116.3, 39.8),
                        place("R", "110101", 0.0, 89.9)),
                List.of(
                        point("A", Optional.of("P"), ""),
                        point("B", Optional.of("Q"), "装修中"),
                        along("K", 110, 230),
                        along("Z", 1_000_000, 2_000_000)),
                List.of(line()),
                List.of(),
                List.of(),
                List.of(),
                "");
        targets = new Targets(
                ProgrammeReader.read(PROGRAMME, List.of()),
                ledger,
                Standards.find("signal-upgrade-2025", List.of(PROGRAMME)));
        verdicts = new MapVerdicts(targets);
        place("P", "ALL", 7, OptionalInt.empty());
        place("P", "CMCC", 11, OptionalInt.of(4));
        place("P", "CTCC", 7, OptionalInt.empty());
        place("Q", "ALL", 9, OptionalInt.of(3));
        point("A", "ALL", RatRow.ANY, 4);
        point("A", "CMCC", RatRow.ANY, 10);
        point("A", "CMCC", RatRow.G5, 8);
        point("K", "CMCC", RatRow.G4, 2);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Place place(String id, String division, double lon, double lat) {
        return new Place(
                id,
                "场所" + id,
                "GOV",
                "",
                division,
                new GeoPoint(lon, lat),
                new OriginalPosition(lon, lat, "WGS84"),
                "",
                "",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static KeyPoint point(String id, Optional<String> place, String exemptReason) {
        return new KeyPoint(
                id,
                place,
                Optional.empty(),
                "点位" + id,
                "HALL",
                Optional.of(new GeoPoint(116.401, 39.901)),
                50,
                true,
                Optional.empty(),
                Optional.empty(),
                exemptReason);
    }

    private static KeyPoint along(String id, double fromM, double toM) {
        return new KeyPoint(
                id,
                Optional.empty(),
                Optional.of("L"),
                "隧道",
                "TUNNEL",
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                Optional.of(new KeyPoint.Range(fromM, toM)),
                "");
    }

    /** To the east in a zigzag, two parts of 300 and 20 vertices 100 m apart. */
    private static Line line() {
        LineGeometry geometry = LineGeometry.of(List.of(zigzag(300, 39), zigzag(20, 40)));
        return new Line(
                "L",
                "公路",
                LineKind.ROAD,
                "",
                List.of("110105", "110102"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Line.Section("S", "全线", "110105", 0, geometry.lengthMm() / 1000.0)),
                geometry);
    }

    private static List<GeoPoint> zigzag(int vertices, double lat) {
        List<GeoPoint> zigzag = new ArrayList<>();
        for (int i = 0; i < vertices; i++) {
            zigzag.add(new GeoPoint(116 + i * 0.00115, lat + Math.abs(i % 7 - 3) * 0.0001));
        }
        return zigzag;
    }

    private List<Bin> bins() {
        return targets.bins(targets.ledger().lines().get(0));
    }

    private void place(String id, String operator, int code, OptionalInt stars) {
        MapCode shown = MapCode.all().get(code);
        verdicts.place(
                targets.placeNumber(id),
                new PlaceRow(
                        id,
                        operator,
                        shown.verdict(),
                        shown.evidence(),
                        1,
                        1,
                        0,
                        0,
                        0,
                        OptionalDouble.empty(),
                        stars,
                        ""));
    }

    private void point(String id, String operator, RatRow rat, int code) {
        int target = targets.points().stream().map(KeyPoint::id).toList().indexOf(id);
        MapCode shown = MapCode.all().get(code);
        verdicts.point(
                target,
                new PointRow(
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        operator,
                        rat,
                        Measured.NONE,
                        shown.verdict(),
                        shown.evidence()));
    }

    /** Codes of CMCC over any network, bin by bin. */
    private void bins(List<Integer> codes) {
        for (Bin bin : bins()) {
            MapCode shown = MapCode.all().get(codes.get(bin.number()));
            verdicts.bin(
                    targets.firstBin(0) + bin.number(),
                    new BinRow(
                            "L",
                            bin.number(),
                            bin.fromMm(),
                            bin.toMm(),
                            "CMCC",
                            RatRow.ANY,
                            Measured.NONE,
                            shown.verdict(),
                            shown.evidence()));
        }
    }

    private void publish() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        LedgerTables.publishing(targets, new MapTables(targets, verdicts, data), folder)
                .forEach(Runnable::run);
        for (String table : List.of("map_slot", "map_place", "map_point", "map_line")) {
            engine.attach(table, List.of(data.resolve(table + ".parquet")));
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
    void allObligedTogetherHaveTheFirstBits() throws Exception {
        publish();
        assertThat(engine.list("SELECT operator FROM map_slot ORDER BY shift", row -> row.text(0)))
                .containsExactly("ALL", "CMCC", "CTCC");
        assertThat(shift("ALL")).isZero();
    }

    @Test
    void ofManyOperatorsTheSameAreOnTheMapWhateverOrderTheyComeIn() throws Exception {
        for (int i = 29; i >= 10; i--) {
            place("P", "N" + i, 9, OptionalInt.empty());
            point("A", "N" + i, RatRow.ANY, 11);
            place("Q", "N" + i, 11, OptionalInt.of(5));
        }
        publish();
        assertThat(engine.list("SELECT operator FROM map_slot ORDER BY shift", row -> row.text(0)))
                .startsWith("ALL", "CMCC", "CTCC", "N10")
                .endsWith("N21")
                .hasSize(MapCode.MOST_OPERATORS);
        assertThat(code("map_place", "verdicts", "P", "N10").number()).isEqualTo(9);
        assertThat(code("map_place", "stars", "Q", "N21").number()).isEqualTo(5);
        assertThat(code("map_point", "v_any", "A", "N21").number()).isEqualTo(11);
        assertThat(code("map_point", "v_any", "A", "CMCC").number()).isEqualTo(10);
    }

    @Test
    void aPlaceHasTheVerdictAndStarsOfEachOperator() throws Exception {
        publish();
        assertThat(code("map_place", "verdicts", "P", "ALL").number()).isEqualTo(7);
        assertThat(code("map_place", "verdicts", "P", "CMCC").number()).isEqualTo(11);
        assertThat(code("map_place", "verdicts", "Q", "CMCC").number()).isZero();
        assertThat(code("map_place", "stars", "P", "CMCC").number()).isEqualTo(4);
        assertThat(code("map_place", "stars", "P", "CTCC").number()).isZero();
    }

    @Test
    void aPointHasTheVerdictOfEachNetworkRow() throws Exception {
        publish();
        assertThat(code("map_point", "v_any", "A", "ALL").number()).isEqualTo(4);
        assertThat(code("map_point", "v_5g", "A", "CMCC").number()).isEqualTo(8);
        assertThat(code("map_point", "v_4g", "A", "CMCC").number()).isZero();
        assertThat(code("map_point", "v_4g", "K", "CMCC").number()).isEqualTo(2);
    }

    @Test
    void anExemptPointIsOnTheMapWithoutAVerdict() throws Exception {
        publish();
        assertThat(code("map_point", "v_any", "B", "CMCC").number()).isZero();
        assertThat(engine.list("SELECT division_code FROM map_point WHERE point_id = 'B'", row -> row.text(0)))
                .containsExactly("110102");
    }

    @Test
    void placesAndPointsStandAtTheirUnitOfTheMap() throws Exception {
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
    void aPointKnownByItsChainageStandsWhereTheBinInItsMiddleBegins() throws Exception {
        publish();
        Bin middle = bins().stream()
                .filter(bin -> bin.fromMm() <= 170_000 && bin.toMm() > 170_000)
                .findFirst()
                .orElseThrow();
        assertThat(engine.list(
                        "SELECT x, y, place_id FROM map_point WHERE point_id = 'K'",
                        row -> List.of(row.getInt(0), row.getInt(1), row.isNull(2))))
                .containsExactly(List.of(MapGrid.x(middle.from()), MapGrid.y(middle.from()), true));
        assertThat(engine.number("SELECT COUNT(*) FROM map_point WHERE point_id = 'Z'"))
                .as("beyond the line")
                .isZero();
    }

    @Test
    void rowsAreSortedByStripsOfTheMap() throws Exception {
        publish();
        for (int level = 0; level < 4; level++) {
            List<List<Integer>> stretches = engine.list(
                    "SELECT x, y FROM map_line WHERE level = " + level,
                    row -> List.of(row.getInt(0) >> 16, row.getInt(1)));
            assertThat(stretches).isSortedAccordingTo(byStrip());
        }
        assertThat(engine.list("SELECT level FROM map_line", row -> row.getInt(0)))
                .isSorted();
        assertThat(engine.list("SELECT place_id FROM map_place", row -> row.text(0)))
                .containsExactly("R", "Q", "P");
    }

    private static Comparator<List<Integer>> byStrip() {
        return Comparator.comparing((List<Integer> at) -> at.get(0)).thenComparing(at -> at.get(1));
    }

    @Test
    void positionsAreSortedAsASlowSortDoes() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 50; round++) {
            int count = random.nextInt(40);
            int[] x = random.ints(count + 3L, 0, 1 << 18).toArray();
            int[] y = random.ints(count + 3L, 0, 1 + random.nextInt(20)).toArray();
            List<List<Integer>> expected = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                expected.add(List.of(x[i] / 65536, y[i], i));
            }
            expected.sort(byStrip().thenComparing(at -> at.get(2)));
            assertThat(StripOrder.of(x, y, count))
                    .as("round " + round)
                    .containsExactly(expected.stream().mapToInt(at -> at.get(2)).toArray());
        }
    }

    @Test
    void aLevelJoinsEightTimesAsManyBinsAndNeverBeyondAPart() throws Exception {
        publish();
        long first = bins().stream().filter(bin -> bin.part() == 0).count();
        long second = bins().size() - first;
        double partM = bins().get((int) first).fromMm() / 1000.0;
        double endM = bins().get(bins().size() - 1).toMm() / 1000.0;
        assertThat(first).isGreaterThan(250);
        assertThat(second).isGreaterThan(10);
        int run = 1;
        for (int level = 0; level < 4; level++) {
            assertThat(stretches(level))
                    .hasSize((int) ((first + run - 1) / run + (second + run - 1) / run))
                    .extracting(Stretched::fromM)
                    .contains(0.0, partM);
            assertThat(stretches(level)).extracting(Stretched::toM).contains(partM, endM);
            run *= 8;
        }
    }

    @Test
    void stretchesOfAPartTouchAndAreDrawnWithAtMostNineCorners() throws Exception {
        publish();
        double partM = bins().stream()
                        .filter(bin -> bin.part() == 1)
                        .mapToLong(Bin::fromMm)
                        .findFirst()
                        .orElseThrow()
                / 1000.0;
        for (int level = 0; level < 4; level++) {
            List<Stretched> stretches = stretches(level);
            for (int i = 1; i < stretches.size(); i++) {
                Stretched before = stretches.get(i - 1);
                Stretched next = stretches.get(i);
                assertThat(next.fromM).isEqualTo(before.toM);
                if (next.fromM != partM) {
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
    void everyCornerOfAStretchIsAnEndOfItsBins() throws Exception {
        publish();
        for (Stretched stretch : stretches(1)) {
            List<Bin> bins = within(stretch);
            List<List<Integer>> corners = new ArrayList<>();
            bins.forEach(bin -> corners.add(List.of(MapGrid.x(bin.from()), MapGrid.y(bin.from()))));
            GeoPoint end = bins.get(bins.size() - 1).to();
            corners.add(List.of(MapGrid.x(end), MapGrid.y(end)));
            assertThat(stretch.path).isEqualTo(corners);
        }
    }

    private List<Bin> within(Stretched stretch) {
        return bins().stream()
                .filter(bin -> bin.fromMm() >= stretch.fromM * 1000 - 0.5 && bin.toMm() <= stretch.toM * 1000 + 0.5)
                .toList();
    }

    @Test
    void aStretchShowsWhatMostOfItsBinsShowAndNoFailingBinIsLost() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int spread = 1 + random.nextInt(MapCode.all().size() - 2);
            List<Integer> codes = random.ints(
                            bins().size(),
                            MapCode.all().size() - spread - 1,
                            MapCode.all().size())
                    .boxed()
                    .toList();
            bins(codes);
            publish();
            int shift = shift("CMCC");
            for (int level = 0; level < 4; level++) {
                for (Stretched stretch : stretches(level)) {
                    List<MapCode> bins = within(stretch).stream()
                            .map(bin -> MapCode.all().get(codes.get(bin.number())))
                            .toList();
                    String where = "seed " + seed + ", level " + level + ", " + stretch.fromM + " m";
                    MapCode shown = MapCode.unpack(stretch.any, shift);
                    assertThat(shown.verdict()).as(where).isIn(mostAndWorst(bins));
                    assertThat(shown)
                            .as(where)
                            .isEqualTo(bins.stream()
                                    .filter(bin -> bin.verdict() == shown.verdict())
                                    .min(Comparator.comparing(MapCode::number))
                                    .orElseThrow());
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

    private record Stretched(
            double fromM,
            double toM,
            int x,
            int y,
            int maxX,
            int maxY,
            List<List<Integer>> path,
            long any,
            long failing) {}

    private List<Stretched> stretches(int level) {
        return engine.list(
                "SELECT from_m, to_m, x, y, max_x, max_y, path, v_any, f_any FROM map_line WHERE level = " + level
                        + " ORDER BY line_id, from_m",
                row -> new Stretched(
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
    void theSameVerdictsGiveTheSameBytes() throws Exception {
        publish();
        byte[] first = Files.readAllBytes(folder.resolve("data/map_line.parquet"));
        byte[] places = Files.readAllBytes(folder.resolve("data/map_place.parquet"));
        publish();
        assertThat(Files.readAllBytes(folder.resolve("data/map_line.parquet"))).isEqualTo(first);
        assertThat(Files.readAllBytes(folder.resolve("data/map_place.parquet"))).isEqualTo(places);
    }
}
