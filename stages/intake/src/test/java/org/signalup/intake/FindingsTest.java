package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Surroundings;

/** What looks wrong with a file although its rows can be read. */
class FindingsTest {
    private static final String HEADER =
            "observed_at,operator,rat,lon,lat,crs,device_id,session_id,rsrp_dbm,sinr_db,dl_mbps";
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2025-07-18T12:00:00+08:00");

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** A good row of a drive at walking speed. */
    private static String row(int second) {
        return row(second, 116.4 + second * 1e-5, 39.9, "WGS84", -80 - second % 9 + "," + second % 7, "");
    }

    private static String row(int second, double lon, double lat, String crs, String levels, String rate) {
        return NOON.plusSeconds(second) + ",CMCC,4G," + lon + "," + lat + "," + crs + ",d,s," + levels + "," + rate;
    }

    private List<String> found(int rows, IntFunction<String> row) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < rows; i++) {
            lines.add(row.apply(i));
        }
        return found(desk.file("c.csv", lines.toArray(String[]::new)));
    }

    private List<String> found(Path file) {
        return desk.read(file).warnings().stream()
                .map(problem -> problem.row() + " " + problem.code() + " "
                        + problem.message().en().replaceAll(" .*", ""))
                .toList();
    }

    @Test
    void aGoodDriveHasNone() {
        assertThat(found(700, FindingsTest::row)).isEmpty();
    }

    @Test
    void servicesWithoutAnOutcomeAreCounted() {
        String header = "observed_at,operator,rat,lon,lat,crs,service,outcome,dl_mbps,latency_ms";
        String start = NOON + ",CMCC,4G,116.4,39.9,WGS84,";
        assertThat(found(desk.file(
                        "s.csv",
                        header,
                        start + "LIVE,OK,,20",
                        start + "LIVE,,,20",
                        start + "RATE,,30,",
                        start + "RATE,,,20",
                        start + ",,,20",
                        start + ",FAILED,,")))
                .containsExactly("3 NO_OUTCOME 2");
    }

    @Test
    void positionsTheWrongWayRoundAndBeforeTheFixAreCounted() {
        assertThat(found(3, i -> row(i, 39.9, 116.4, "WGS84", "-80,1", ""))).containsExactly("2 LON_LAT_SWAPPED 3");
        assertThat(found(3, i -> i == 1 ? row(i, 0, 0, "WGS84", "-80,1", "") : row(i)))
                .containsExactly("3 ZERO_POSITION 1");
    }

    @Test
    void chineseSystemsAbroadAreASuspicionAndNothingMoreIsGuessedOfSystems() {
        assertThat(found(2, i -> row(i, 16.37, 48.2, "GCJ02", "-80,1", "")))
                .containsExactly("2 SHIFTED_OUTSIDE_CHINA 2");
        assertThat(found(2, i -> row(i, 116.37, 39.2, "GCJ02", "-80,1", ""))).isEmpty();
    }

    /** A street of the ledger, and the rows of a drive along it. */
    private List<String> beside(Crs said, boolean swapped, double lonDeg, double latDeg, int rows) {
        List<GeoPoint> street = List.of(new GeoPoint(lonDeg, latDeg), new GeoPoint(lonDeg + 0.05, latDeg + 0.03));
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < rows; i++) {
            GeoPoint on = new GeoPoint(lonDeg + 0.05 * i / 300, latDeg + 0.03 * i / 300);
            GeoPoint shown = said.equals(Crs.GCJ02) ? Crs.gcj02Of(on) : on;
            double x = swapped ? shown.latDeg() : shown.lonDeg();
            double y = swapped ? shown.lonDeg() : shown.latDeg();
            lines.add(row(i * 2, x, y, "WGS84", -80 - i % 9 + "," + i % 7, ""));
        }
        Path file = desk.file("street.csv", lines.toArray(String[]::new));
        IntakeOptions options =
                desk.options().around(new Surroundings.Builder().add(street).build());
        return Intake.read(List.of(file), options, desk.engine).warnings().stream()
                .map(problem -> problem.row() + " " + problem.code())
                .toList();
    }

    @Test
    void aDriveBesideTheLedgerThatIsOnItAsAnotherSystemIsNamed() {
        assertThat(beside(Crs.WGS84, false, 116.4, 39.9, 300)).isEmpty();
        assertThat(beside(Crs.GCJ02, false, 116.4, 39.9, 300)).containsExactly("2 GCJ02_AS_WGS84");
        assertThat(beside(Crs.GCJ02, false, 121.5, 31.2, 300)).containsExactly("2 GCJ02_AS_WGS84");
        assertThat(beside(Crs.GCJ02, false, 116.4, 39.9, 15))
                .as("too few to tell")
                .isEmpty();
        // Latitudes of the west of China are longitudes one could believe.
        assertThat(beside(Crs.WGS84, true, 87.6, 43.8, 300)).containsExactly("2 LON_LAT_SWAPPED");
    }

    @Test
    void movesFasterThanAnyTrainAreCountedPerDevice() {
        assertThat(found(4, i -> row(i, i == 2 ? 116.5 : 116.4, 39.9, "WGS84", "-8" + i + ",1", "")))
                .containsExactly("4 JUMP 2");
    }

    @Test
    void marksOfNotMeasuredAreCountedWhereALevelIsExpected() {
        assertThat(found(5, i -> row(i, 116.4, 39.9, "WGS84", (i < 2 ? "-200" : i == 2 ? "-44" : "-8" + i) + ",1", "")))
                .containsExactly("2 NOT_A_LEVEL 3");
    }

    @Test
    void aPhoneThatIsStuckIsToldFromAWholeFileOfOneLevel() {
        assertThat(found(150, i -> row(i, 116.4, 39.9, "WGS84", "-80," + i % 5, "")))
                .containsExactly("0 RSRP_CONSTANT 150");
        IntFunction<String> moving = i -> row(i, 116.4 + i * 1e-5, 39.9, "WGS84", "-80,5", "");
        assertThat(found(1000, i -> i >= 100 && i < 800 ? moving.apply(i) : row(i)))
                .containsExactly("102 LEVEL_STUCK 700");
    }

    @Test
    void repeatedRowsAreCountedExactlyInSmallFilesAndAboutInLargeOnes() {
        assertThat(found(60, i -> row(i % 40))).contains("42 DUPLICATE_ROWS 20");
        List<String> large = found(200_000, i -> row(i % 150_000));
        assertThat(large).hasSize(1);
        assertThat(Long.parseLong(large.get(0).replaceAll(".* ", ""))).isBetween(40_000L, 60_000L);
    }

    @Test
    void unitsThatCannotBeAreASuspicion() {
        assertThat(found(2, i -> row(i, 116.4, 39.9, "WGS84", ",", "51200"))).containsExactly("2 RATE_TOO_HIGH 2");
        IntFunction<String> upload = i -> row(i, 116.4, 39.9, "WGS84", ",", "5120");
        assertThat(found(2, upload)).as("5 Mbit/s of 4G in kbit/s").containsExactly("2 RATE_TOO_HIGH 2");
        assertThat(found(2, i -> upload.apply(i).replace("4G", "5G"))).isEmpty();
        assertThat(found(30, i -> row(i, 116.4, 39.9, "WGS84", ",", "0." + (i + 10))))
                .containsExactly("0 RATES_FAR_BELOW 30");
    }

    /** Tests of a network: median and spread in Mbit/s, written in another unit. */
    private List<String> tests(String rat, double medianMbps, double spread, double unit, int tests) {
        Random random = new Random(7);
        return found(
                tests,
                i -> row(
                                i,
                                116.4,
                                39.9,
                                "WGS84",
                                ",",
                                ""
                                        + BigDecimal.valueOf(medianMbps
                                                        * unit
                                                        * Math.pow(10, spread * random.nextGaussian()))
                                                .setScale(3, RoundingMode.HALF_UP))
                        .replace("4G", rat));
    }

    @Test
    void ratesInAnotherUnitAreToldFromWhatIsUsualOnTheirNetwork() {
        assertThat(tests("4G", 26, 0.5, 1000, 200)).containsExactly("0 RATES_FAR_ABOVE 200");
        assertThat(tests("4G", 26, 0.5, 0.001, 200)).containsExactly("0 RATES_FAR_BELOW 200");
        assertThat(tests("5G", 300, 0.3, 1000, 200)).containsExactly("0 RATES_FAR_ABOVE 200");
        assertThat(tests("5G", 40, 0.3, 0.001, 200)).as("a poor place").containsExactly("0 RATES_FAR_BELOW 200");
        assertThat(tests("5G", 40, 0.1, 100, 200)).as("beyond no bound").isEmpty();
        assertThat(tests("5G", 60, 0.05, 100, 19)).as("too few to tell").isEmpty();
    }

    @Test
    void slowNetworksAndFastOnesAreNoWrongUnit() {
        assertThat(tests("4G", 0.5, 0.4, 1, 300))
                .as("4G deep inside a building")
                .isEmpty();
        assertThat(tests("4G", 1.2, 0.3, 1, 300)).as("4G in a basement").isEmpty();
        assertThat(tests("4G", 250, 0.2, 1, 300)).as("4G at night").isEmpty();
        assertThat(tests("5G", 5, 0.5, 1, 300)).as("5G at its edge").isEmpty();
        assertThat(tests("5G", 900, 0.2, 1, 300)).as("a drive on fast 5G").isEmpty();
        assertThat(tests("5G", 2200, 0.1, 1, 300)).as("5G of millimetre waves").isEmpty();
    }

    @Test
    void aDoubtedUnitIsToldWithItsNumbersAndOneCorrectionForIt() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 60; i++) {
            String rate = i % 2 == 0 ? "27200" : "294400";
            lines.add(row(i, 116.4, 39.9, "WGS84", ",", rate).replace("4G", i % 2 == 0 ? "4G" : "5G"));
        }
        assertThat(desk.read(desk.file("mixed.csv", lines.toArray(String[]::new)))
                        .warnings())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("RATES_FAR_ABOVE");
                    assertThat(problem.message().en())
                            .startsWith("60 rates")
                            .endsWith("(median downlink 89000 Mbit/s, usually 89 on such networks, a factor of 1000)");
                    assertThat(problem.message().zh()).contains("下行中位数 89000 Mbit/s", "通常为 89", "1000 倍");
                });
        assertThat(FindingCode.RATES_FAR_ABOVE.correction().orElseThrow().rateUnit())
                .isEqualTo("kbit/s");
        assertThat(FindingCode.RATES_FAR_BELOW.correction().orElseThrow().rateUnit())
                .isEqualTo("Mbit/s");
    }

    @Test
    void timesAtNightWithoutOffsetLaterThanTheFileAndYearsAwayAreASuspicion() throws Exception {
        Path profile = desk.file(
                "own.yml",
                "id: own",
                "name: {zh: 自有, en: own}",
                "detect: {required: [t, g]}",
                "time: {zone: programme}",
                "columns: [{to: observed_at, from: [t]}, {to: rat, from: [g]}]",
                "constants: {operator: CMCC, point_id: P1}");
        desk.profile = Optional.of(profile.toString());
        List<String> lines = new ArrayList<>(List.of("t,g"));
        for (int i = 0; i < 200; i++) {
            lines.add("2025-07-18 0" + (1 + i / 50) + ":" + (10 + i % 50) + ":00,2G");
        }
        lines.set(7, "2019-07-18 01:06:00,2G");
        Path file = desk.file("n.csv", lines.toArray(String[]::new));
        assertThat(found(file)).containsExactly("0 ZONE_ASSUMED times", "0 NIGHT 200", "8 FAR_APART 1");

        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-07-10T00:00:00Z")));
        assertThat(found(file)).contains("2 FUTURE 199");
    }
}
