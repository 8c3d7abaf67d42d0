package org.signalup.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.domain.Problem;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;

/** What only shows when rows and files are held against each other. */
class LedgerPlausibilityTest {
    @TempDir
    Path dir;

    private Folder folder() {
        return new Folder(dir);
    }

    private static Problem of(LedgerCheck check, String code) {
        return check.warnings().stream()
                .filter(p -> p.code().equals(code))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void aKeyPointFarFromItsPlaceIsTold() {
        Folder folder = Folder.sound(dir)
                .points("K1,P1,,大厅,HALL,116.34,39.98,WGS84,,,,,,", "K2,P2,,电梯,LIFT,116.31010,39.99010,WGS84,,,B1,,,");

        assertThat(folder.warnings()).contains("keypoints.csv:2:lon:POINT_FAR");
        assertThat(of(folder.check(), "POINT_FAR").message().en()).startsWith("is 3.4 km from its place P1");

        folder.points("K1,P1,,大厅,HALL,118.3,39.98,WGS84,,,,,,");
        assertThat(folder.errors()).containsExactly("keypoints.csv:2:lon:POINT_FAR");
    }

    @Test
    void swappedCoordinatesOutsideChinaShowAgainstThePlace() {
        folder().places("P1,a,GOV,,SN,-17.4677,14.7167,WGS84,,,,,,")
                .points("K1,P1,,x,HALL,14.7167,-17.4677,WGS84,,,,,,");

        assertThat(folder().check().errors()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("POINT_FAR");
            assertThat(problem.message().en()).contains("swapped it would fit");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"WGS84", "CGCS2000"})
    void placesInGcj02DeclaredAsWgs84AreToldWithTheMeasuredShift(String declared) {
        GeoPoint truth = new GeoPoint(116.333229, 39.981082);
        GeoPoint shifted = Crs.gcj02Of(truth);
        folder().places("P1,站,TRANSPORT,,110108," + shifted.lonDeg() + "," + shifted.latDeg() + "," + declared
                        + ",,,,,,")
                .points(
                        "K1,P1,,a,HALL," + (truth.lonDeg() + 0.0003) + "," + truth.latDeg() + ",WGS84,,,,,,",
                        "K2,P1,,b,LIFT," + (truth.lonDeg() - 0.0003) + "," + truth.latDeg() + ",WGS84,,,,,,");

        LedgerCheck check = folder().check();

        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings().stream().map(Folder::brief)).contains("places.csv:2:crs:GCJ02_AS_WGS84");
        Problem summary = of(check, "GCJ02_AS_WGS84");
        assertThat(summary.message().en())
                .contains("shifted by about 546 m to the east (74°)")
                .contains("1 of 1");
    }

    @Test
    void keyPointsInGcj02DeclaredAsWgs84AreTold() {
        GeoPoint shifted = Crs.gcj02Of(new GeoPoint(116.3, 39.98));
        Folder.sound(dir)
                .points(
                        "K1,P1,,大厅,HALL," + shifted.lonDeg() + "," + shifted.latDeg() + ",WGS84,,,,,,",
                        "K2,P1,,大厅,HALL,116.30010,39.98010,GCJ02,,,,,,免测");

        assertThat(folder().warnings()).contains("keypoints.csv:2:crs:GCJ02_AS_WGS84");
    }

    @Test
    void honestLedgersAreNotSuspected() {
        assertThat(Folder.sound(dir).warnings()).noneMatch(w -> w.contains("GCJ02"));
    }

    @Test
    void aLineDrawnInGcj02ShowsAgainstItsKeyPoints() {
        GeoPoint a = Crs.gcj02Of(new GeoPoint(116.0, 40.0));
        GeoPoint b = Crs.gcj02Of(new GeoPoint(116.02, 40.1));
        String geometry = "{\"type\":\"LineString\",\"coordinates\":[[" + a.lonDeg() + "," + a.latDeg() + "],["
                + b.lonDeg() + "," + b.latDeg() + "]]}";
        folder().lines(Folder.feature("\"line_id\":\"L1\",\"kind\":\"ROAD\"", geometry))
                .points("K1,,L1,x,TOLL,116.01,40.05,WGS84,,,,,,", "K2,,L1,y,TOLL,116.004,40.02,WGS84,,,,,,");

        assertThat(folder().warnings()).contains("lines.geojson:2:features[0]:GCJ02_AS_WGS84");

        folder().lines(Folder.feature("\"line_id\":\"L1\",\"kind\":\"ROAD\",\"crs\":\"GCJ02\"", geometry));
        assertThat(folder().warnings()).noneMatch(w -> w.contains("GCJ02"));
    }

    @Test
    void parallelTrackIsLeftOutAndAlengthThatSumsItIsTold() {
        String geometry = "{\"type\":\"MultiLineString\",\"coordinates\":[[[116.0,40.0],[116.1,40.0]],"
                + "[[116.1,40.0003],[116.0,40.0003]]]}";
        folder().lines(Folder.feature("\"line_id\":\"L1\",\"kind\":\"RAIL\",\"length_km\":17.08", geometry));

        LedgerCheck check = folder().check();

        assertThat(check.ledger().orElseThrow().lines().get(0).geometry().lengthMm() / 1_000_000)
                .isEqualTo(8);
        assertThat(of(check, "PARALLEL_LEFT_OUT").message().en())
                .contains("sums to 17.1 km")
                .contains("1 parts, 8.5 km")
                .contains("the line has 8.5 km");
        assertThat(of(check, "LENGTH_SUMS_TRACKS").message().en()).contains("2.00 times the 8.5 km");
    }

    @Test
    void aLengthThatDiffersFromTheGeometryIsTold() {
        folder().line("\"line_id\":\"L1\",\"kind\":\"RAIL\",\"length_km\":12");

        assertThat(of(folder().check(), "LENGTH_DIFFERS").message().en()).contains("by +40.5 %");
    }

    @Test
    void gapsOverlapsAndOverrunsOfSectionsAreTold() {
        folder().line("\"line_id\":\"L1\",\"kind\":\"ROAD\",\"sections\":["
                + "{\"section_id\":\"A\",\"from_m\":100,\"to_m\":3000},"
                + "{\"section_id\":\"B\",\"from_m\":2500,\"to_m\":5000},"
                + "{\"section_id\":\"C\",\"from_m\":6000,\"to_m\":9000}]");

        LedgerCheck check = folder().check();

        assertThat(check.warnings())
                .extracting(p -> p.code() + " " + p.message().en())
                .containsExactly(
                        "SECTION_BEYOND the section reaches 460.6 m beyond the line; cut at 8539.4 m",
                        "SECTION_GAP K0+000–K0+100 is in no section (100.0 m)",
                        "SECTION_OVERLAP K2+500–K3+000 is in both A and B",
                        "SECTION_GAP K5+000–K6+000 is in no section (1000.0 m)");
        assertThat(check.ledger().orElseThrow().lines().get(0).sections().get(2).toM())
                .isLessThan(8540);
    }

    @Test
    void sectionsThatAreNoneAreErrors() {
        folder().line("\"line_id\":\"L1\",\"kind\":\"ROAD\",\"sections\":["
                + "{\"section_id\":\"A\",\"from_m\":5,\"to_m\":1},{\"section_id\":\"A\",\"from_m\":0,\"to_m\":10},"
                + "{\"section_id\":\"B\",\"from_m\":99999,\"to_m\":100000},{\"section_id\":\"C\",\"from_m\":1}]");

        assertThat(folder().errors())
                .containsExactly(
                        "lines.geojson:2:features[0].sections[0].from_m:SECTION_INVALID",
                        "lines.geojson:2:features[0].sections[1].section_id:ID_TWICE",
                        "lines.geojson:2:features[0].sections[2].from_m:SECTION_INVALID",
                        "lines.geojson:2:features[0].sections[3].from_m:SECTION_INVALID");
    }

    @Test
    void sectionsThatAreNoListAreAnError() {
        folder().line("\"line_id\":\"L1\",\"kind\":\"ROAD\",\"sections\":\"A 0-100\"");

        assertThat(folder().errors()).containsExactly("lines.geojson:2:features[0].sections:SECTION_INVALID");
    }

    @Test
    void aLineThatIsInChinaOnlyTheOtherWayRoundAndOneAtThePoleAreRefused() {
        folder().lines(
                        line("A", "\"LineString\",\"coordinates\":[[43.8,87.6],[43.9,87.6]]"),
                        line("B", "\"LineString\",\"coordinates\":[[87.6,43.8],[87.6,90]]"));

        assertThat(folder().errors())
                .containsExactly(
                        "lines.geojson:2:features[0].geometry[0][0]:LON_LAT_SWAPPED",
                        "lines.geojson:3:features[1].geometry[0][1]:POSITION_INVALID");
    }

    @Test
    void severalDivisionsWithoutSectionsAreTold() {
        folder().line("\"line_id\":\"L1\",\"kind\":\"ROAD\",\"division_codes\":\"110108;110114\"");

        assertThat(of(folder().check(), "SECTIONS_MISSING").message().en()).contains("counts for 110108");
    }

    @Test
    void brokenGeometryIsToldLineByLine() {
        folder().lines(
                        line("A", "\"LineString\",\"coordinates\":[[116.0,40.0]]"),
                        line("B", "\"LineString\",\"coordinates\":[[116.0,40.0],[NaN,40.1]]"),
                        line("C", "\"LineString\",\"coordinates\":[[39.9,116.0],[39.9,116.1]]"),
                        line("D", "\"LineString\",\"coordinates\":[[116.0,40.0],[116.0,40.0]]"),
                        line("E", "\"Point\",\"coordinates\":[116.0,40.0]"),
                        line("A", "\"LineString\",\"coordinates\":[[116.0,40.0],[200,40.1]]"),
                        "{\"type\":\"Feature\",\"properties\":{\"line_id\":\"=F\",\"kind\":\"SHIP\",\"operators\":[\"XX\"]},"
                                + "\"geometry\":null}");

        assertThat(folder().errors())
                .containsExactlyInAnyOrder(
                        "lines.geojson:2:features[0].geometry[0]:LINE_TOO_SHORT",
                        "lines.geojson:3:features[1].geometry[0][1]:POSITION_INVALID",
                        "lines.geojson:4:features[2].geometry[0][0]:LON_LAT_SWAPPED",
                        "lines.geojson:5:features[3].geometry:LINE_NO_LENGTH",
                        "lines.geojson:6:features[4].geometry:GEOMETRY_TYPE",
                        "lines.geojson:7:features[5].line_id:ID_TWICE",
                        "lines.geojson:7:features[5].geometry[0][1]:POSITION_INVALID",
                        "lines.geojson:8:features[6].line_id:ID_REFUSED",
                        "lines.geojson:8:features[6].kind:KIND_UNKNOWN",
                        "lines.geojson:8:features[6].operators:OPERATOR_UNKNOWN",
                        "lines.geojson:8:features[6].geometry:GEOMETRY_TYPE");
    }

    private static String line(String id, String geometry) {
        return Folder.feature("\"line_id\":\"" + id + "\",\"kind\":\"RAIL\"", "{\"type\":" + geometry + "}");
    }

    @Test
    void jsonThatIsNoneIsToldWithItsLine() {
        folder().file("lines.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[\n{\"type\":,}]}");
        assertThat(folder().errors()).containsExactly("lines.geojson:3::GEOJSON_INVALID");

        folder().file("lines.geojson", "{\"type\":\"FeatureCollection\",\"features\":[");
        assertThat(folder().errors()).containsExactly("lines.geojson:1::GEOJSON_INVALID");
        assertThatThrownBy(folder()::read)
                .hasMessageContaining("expected close marker for Array")
                .hasMessageNotContaining("Source");

        folder().file("lines.geojson", "[]");
        assertThat(folder().errors()).containsExactly("lines.geojson:0::NO_ROWS");

        folder().file("lines.geojson", "{\"type\":\"FeatureCollection\",\"features\":[1,null]}");
        assertThat(folder().errors()).isNotEmpty();
    }

    @Test
    void chainageBeyondTheLineIsAnError() {
        folder().line("\"line_id\":\"L1\",\"kind\":\"RAIL\"")
                .points(
                        "K1,,L1,x,TOLL,,,,,,,8000,9000,",
                        "K2,,L1,x,TOLL,,,,,,,-5,10,",
                        "K3,,L1,x,TOLL,,,,,,,10,,",
                        "K4,,L1,x,TOLL,,,,,,,,,");

        assertThat(folder().errors())
                .containsExactlyInAnyOrder(
                        "keypoints.csv:2:chainage_to_m:CHAINAGE_OUTSIDE",
                        "keypoints.csv:3:chainage_to_m:CHAINAGE_OUTSIDE",
                        "keypoints.csv:4:chainage_to_m:CHAINAGE_HALF",
                        "keypoints.csv:5:chainage_from_m:POINT_NOWHERE");
    }

    @Test
    void placesNobodyCanMeasureAndExemptionsAreTold() {
        Folder.sound(dir).points("K1,P1,,大厅,HALL,116.30010,39.98010,WGS84,50,,,,,停业改造", "K2,P1,,大厅,HALL,,,,,,,,,无");

        LedgerCheck check = folder().check();

        assertThat(check.warnings().stream().map(Folder::brief))
                .containsExactlyInAnyOrder(
                        "keypoints.csv:3:lon:POINT_AT_PLACE",
                        "divisions.geojson:0::OUTLINE_SKIPPED",
                        "places.csv:3:place_id:PLACE_NO_POINTS",
                        "keypoints.csv:0:exempt_reason:POINTS_EXEMPT");
        assertThat(of(check, "POINTS_EXEMPT").message().zh()).isEqualTo("1 个点位免测：停业改造 × 1");
        assertThat(check.ledger().orElseThrow().keyPoints().get(1).position()).isPresent();

        Folder.sound(dir).points("K1,P1,,大厅,HALL,116.30010,39.98010,WGS84,50,,,,,停业改造");
        assertThat(folder().warnings()).contains("places.csv:2:place_id:PLACE_ALL_EXEMPT");
    }

    @Test
    void placesOutsideTheirDivisionAreTold() {
        String square =
                "{\"type\":\"Polygon\",\"coordinates\":[[[115,39],[116.305,39],[116.305,41],[115,41],[115,39]]]}";
        Folder.sound(dir)
                .file(
                        "divisions.geojson",
                        "{\"type\":\"FeatureCollection\",\"features\":["
                                + Folder.feature("\"adcode\":110100,\"name\":\"x\"", square) + "]}")
                .file("divisions.csv", Folder.rows("代码,名称,上级", "110000,北京,", "110109,门头沟,110100"));
        Folder moved = folder().places(
                        "P1,政务中心,GOV,,110108,116.30000,39.98000,WGS84,,,,,,",
                        "P2,医院,MED,3A,110108,116.32,39.99000,WGS84,,,,,,");

        assertThat(moved.warnings())
                .contains(
                        "places.csv:3:lon:OUTSIDE_DIVISION",
                        "places.csv:2:division_code:DIVISION_UNKNOWN",
                        "divisions.csv:0:parent:DIVISION_UNKNOWN")
                .doesNotContain("places.csv:2:lon:OUTSIDE_DIVISION", "divisions.geojson:0::OUTLINE_SKIPPED");
    }

    @Test
    void misspeltFilesAreToldAndUnknownCategoriesKept() {
        Folder.sound(dir)
                .places("P1,a,MED,社区医院,110108,116.3,39.98,WGS84,,,,,,")
                .file("keypoint.csv", "x")
                .file("instrument.csv", "x");

        assertThat(folder().warnings())
                .contains("keypoint.csv:0::FILE_IGNORED", "places.csv:2:category:CATEGORY_UNKNOWN");
    }

    @Test
    void everythingWrongWithInstrumentsIsToldAtOnce() {
        Folder.sound(dir)
                .file(
                        "instruments.csv",
                        Folder.rows(
                                "instrument_id,device_ids,antenna,attenuation_db,certificate_no,valid_from,valid_to,compared_on,comparison,uncertainty_db,coverage_factor",
                                "I1,D1;D2,车内,3,C1,2025-01-01,2025-12-31,2025-02-01,可比,1.5,2",
                                "I1,D2,EXTERNAL,,C2,,,,,,2",
                                "I2,,月球,-1,C3,2025-06-01,2025-05-31,2025-02-01,,0,0.5",
                                "I3,=D,,,,昨天,,,ACCEPTED,,"));

        assertThat(folder().errors())
                .containsExactlyInAnyOrder(
                        "instruments.csv:3:instrument_id:ID_TWICE",
                        "instruments.csv:3:device_ids:DEVICE_TWICE",
                        "instruments.csv:3:uncertainty_db:UNCERTAINTY_HALF",
                        "instruments.csv:4:uncertainty_db:RANGE",
                        "instruments.csv:4:coverage_factor:RANGE",
                        "instruments.csv:4:valid_to:DATE_ORDER",
                        "instruments.csv:4:comparison:COMPARISON_HALF",
                        "instruments.csv:4:antenna:WORD_UNKNOWN",
                        "instruments.csv:4:attenuation_db:RANGE",
                        "instruments.csv:5:valid_from:DATE_INVALID",
                        "instruments.csv:5:compared_on:COMPARISON_HALF",
                        "instruments.csv:5:device_ids:ID_REFUSED");
        assertThat(folder().warnings()).contains("instruments.csv:5:certificate_no:CERTIFICATE_MISSING");
    }
}
