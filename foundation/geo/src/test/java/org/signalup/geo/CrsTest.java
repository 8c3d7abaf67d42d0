package org.signalup.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.geo.internal.ChinaShift;

class CrsTest {
    /** Coordinates of some stations as published by listenzcc/China-rail-way-stations-data (facts only). */
    @ParameterizedTest
    @CsvSource({
        "清华园站, 116.339398, 39.982418, 116.333229, 39.981082",
        "昌平北站, 116.233135, 40.231278, 116.227054, 40.230033",
        "昌平站, 116.193638, 40.190089, 116.187485, 40.188802",
        "南口站, 116.129665, 40.239261, 116.123338, 40.237858"
    })
    void gcj02StationsComeWithinFiveMetresOfTheirWgs84Position(
            String name, double gcjLon, double gcjLat, double lon, double lat) {
        GeoPoint converted = Crs.of("GCJ02").toWgs84(gcjLon, gcjLat);

        assertThat(Geodesy.distanceM(converted, new GeoPoint(lon, lat)))
                .as(name)
                .isLessThan(5);
    }

    @Test
    void everyStationOfTheThreeSystemFileComesWithinFiveMetres() throws IOException {
        Path file = SharedData.file("p-cn-rail-stations/stations.csv.gz");
        List<String> rows;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            rows = in.lines().skip(1).toList();
        }
        int compared = 0;
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            int last = cells.length - 1;
            GeoPoint gcj = Crs.GCJ02.toWgs84(number(cells[last - 5]), number(cells[last - 4]));
            GeoPoint bd = Crs.BD09.toWgs84(number(cells[last - 1]), number(cells[last]));
            GeoPoint wgs = new GeoPoint(number(cells[last - 3]), number(cells[last - 2]));
            assertThat(Geodesy.distanceM(gcj, wgs)).as(row).isLessThan(5);
            // The file's BD-09 column was geocoded, not converted: some 30 m, at most a few hundred.
            assertThat(Geodesy.distanceM(bd, wgs)).as(row).isLessThan(1000);
            compared++;
        }
        assertThat(compared).isGreaterThan(3000);
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "Dakar, -17.4677, 14.7167",
        "Seoul, 126.978, 37.5665",
        "Tokyo, 139.69, 35.69",
        "Hanoi, 105.85, 21.03",
        "Singapore, 103.82, 1.35",
        "Delhi, 77.21, 28.61",
        "Lahore, 74.34, 31.55",
        "Kathmandu, 85.32, 27.71",
        "Ulaanbaatar, 106.92, 47.92",
        "Almaty, 76.9, 43.24",
        "Vladivostok, 131.89, 43.12",
        "Manila, 120.98, 14.6"
    })
    void outsideChinaNothingIsShifted(String name, double lon, double lat) {
        assertThat(Crs.GCJ02.toWgs84(lon, lat)).as(name).isEqualTo(new GeoPoint(lon, lat));
        assertThat(Crs.BD09.toWgs84(lon, lat)).as(name).isEqualTo(new GeoPoint(lon, lat));
        assertThat(Crs.gcj02Of(new GeoPoint(lon, lat))).as(name).isEqualTo(new GeoPoint(lon, lat));
    }

    @ParameterizedTest
    @CsvSource({
        "北京, 116.4, 39.9", "喀什, 75.99, 39.47", "漠河, 122.54, 52.97", "抚远, 134.3, 48.36", "三亚, 109.5, 18.25",
        "永兴岛, 112.34, 16.83", "香港, 114.17, 22.3", "澳门, 113.55, 22.2", "台北, 121.56, 25.04", "拉萨, 91.1, 29.65",
        "丹东, 124.39, 40.13", "瑞丽, 97.85, 24.01", "图们, 129.85, 42.97", "满洲里, 117.43, 49.6", "普兰, 81.18, 30.29"
    })
    void everywhereInChinaTheShiftIsThere(String name, double lon, double lat) {
        double shift = Geodesy.distanceM(new GeoPoint(lon, lat), Crs.gcj02Of(new GeoPoint(lon, lat)));

        assertThat(shift).as(name).isBetween(50.0, 900.0);
        assertThat(Crs.shiftedAt(new GeoPoint(lon, lat))).as(name).isTrue();
    }

    @Test
    void thereAndBackIsWithinAMillimetre() {
        Random random = new Random(20240101);
        for (int i = 0; i < 20_000; i++) {
            double lon = 100 + 15 * random.nextDouble();
            double lat = 25 + 15 * random.nextDouble();
            GeoPoint start = new GeoPoint(lon, lat);
            double[] gcj = ChinaShift.wgsToGcj(lon, lat);
            double[] bd = ChinaShift.wgsToBd(lon, lat);
            assertThat(Geodesy.distanceM(start, Crs.GCJ02.toWgs84(gcj[0], gcj[1])))
                    .isLessThan(0.001);
            assertThat(Geodesy.distanceM(start, Crs.BD09.toWgs84(bd[0], bd[1]))).isLessThan(0.001);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WGS-84,WGS84",
        "wgs 84,WGS84",
        "GPS,WGS84",
        "urn:ogc:def:crs:OGC:1.3:CRS84,WGS84",
        "CGCS-2000,CGCS2000",
        "国家2000,CGCS2000",
        "2000国家大地坐标系,CGCS2000",
        "GCJ-02,GCJ02",
        "gcj_02,GCJ02",
        "火星坐标系,GCJ02",
        "国测局,GCJ02",
        "百度坐标,BD09",
        "百度,BD09",
        "bd-09,BD09",
        "EPSG:4326,EPSG:4326",
        "epsg:32651,EPSG:32651",
        "urn:ogc:def:crs:EPSG::4490,EPSG:4490",
        "WGS84坐标系,WGS84",
        "CGCS2000坐标系,CGCS2000"
    })
    void usualSpellingsAreKnown(String name, String code) {
        assertThat(Crs.of(name).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "地方坐标", "GCJ03", "EPSG:", "EPSG:999999", "BD09MC", "北京54"})
    void unknownSystemsAreRefusedWithTheExpectation(String name) {
        assertThatThrownBy(() -> Crs.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: ");
    }

    /** Central meridian and false easting of the systems, equator scale 1 (Gauss-Krüger) or 0.9996 (UTM). */
    @ParameterizedTest
    @CsvSource({
        "EPSG:32651, 500000, 0, 123, 0",
        "EPSG:32650, 500000, 4427757.22, 117, 40",
        "EPSG:4549, 500000, 4429529.03, 120, 40",
        "EPSG:4528, 40500000, 4429529.03, 120, 40",
        "EPSG:4513, 25500000, 4429529.03, 75, 40",
        "EPSG:3857, 12913060.93, 4865942.28, 116, 40"
    })
    void projectedSystemsAreTurnedIntoDegrees(String code, double x, double y, double lon, double lat) {
        GeoPoint point = Crs.of(code).toWgs84(x, y);

        assertThat(point.lonDeg()).isCloseTo(lon, within(1e-5));
        assertThat(point.latDeg()).isCloseTo(lat, within(1e-5));
    }

    @Test
    void everyGaussKruegerZoneOfCgcs2000IsKnown() {
        for (int code = 4513; code <= 4554; code++) {
            Crs crs = Crs.of("EPSG:" + code);
            double easting = code <= 4533 ? (code - 4513 + 25) * 1e6 + 5e5 : 5e5;
            assertThat(crs.toWgs84(easting, 4_000_000).latDeg()).as(crs.code()).isBetween(36.0, 36.3);
        }
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
        Crs crs = Crs.of("EPSG:32651");
        GeoPoint alone = crs.toWgs84(400_000, 3_450_000);

        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> crs.toWgs84(400_000, 3_450_000)))
                .allMatch(alone::equals);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 181})
    void whatIsNoPositionIsRefused(double lon) {
        for (Crs crs : List.of(Crs.WGS84, Crs.GCJ02, Crs.BD09)) {
            assertThatThrownBy(() -> crs.toWgs84(lon, 40)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
