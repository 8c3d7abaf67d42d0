package org.signalup.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.domain.LineKind;
import org.signalup.domain.RefusedException;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Geodesy;

class LedgerReaderTest {
    private static final String CHINESE_PLACES = Folder.rows(
            "场所编号,场所名称,场景,行政区划代码,经度,纬度,坐标系,目标年份,运营商,上报完成日期",
            "B-1,海淀政务,政务中心,110108,116.339398,39.982418,火星坐标系,2025年,移动；联通,2025年6月30日");

    @TempDir
    Path dir;

    @Test
    void aSoundLedgerIsReadWithDefaultsOfTheKeyPointKinds() {
        Ledger ledger = Folder.sound(dir).read();

        assertThat(ledger.places()).extracting(Place::id).containsExactly("P1", "P2");
        Place place = ledger.places().get(0);
        assertThat(place.operators()).containsExactly("CMCC", "CTCC");
        assertThat(place.targetYear()).contains(2025);
        assertThat(place.reportedDone()).contains(LocalDate.of(2025, 6, 30));
        assertThat(ledger.places().get(1).category()).isEqualTo("3A");
        KeyPoint hall = ledger.keyPoints().get(0);
        assertThat(hall.radiusM()).isEqualTo(50);
        assertThat(hall.indoor()).isTrue();
        KeyPoint lift = ledger.keyPoints().get(1);
        assertThat(lift.radiusM()).isEqualTo(20);
        assertThat(lift.floor()).contains(-1);
        assertThat(ledger.warnings()).extracting(p -> p.code()).containsExactly("OUTLINE_SKIPPED");
        assertThat(ledger.digest()).hasSize(64);
    }

    @Test
    void instrumentsAreReadByChineseHeadingsInTheOrderOfTheirIds() {
        Ledger ledger = Folder.sound(dir)
                .file(
                        "instruments.csv",
                        Folder.rows(
                                "仪器编号,名称,终端编号,天线,衰减(dB),校准日期,证书编号,证书生效日期,证书失效日期,最近比对日期,最近比对结果,扩展不确定度(dB),包含因子",
                                "仪2,扫频仪,,车外,2.5,2025/1/5,校字 8 号,2025-01-06,2026-01-05,2025年2月1日,不可比,1.8,3",
                                "仪1,手机,D1；D2,,,,校字 7 号,,,,,1.5,"))
                .read();

        assertThat(ledger.instruments()).extracting(Instrument::id).containsExactly("仪1", "仪2");
        assertThat(ledger.instruments().get(0).devices()).containsExactly("D1", "D2");
        Instrument scanner = ledger.instruments().get(1);
        assertThat(scanner.antenna()).contains(Instrument.Antenna.EXTERNAL);
        assertThat(scanner.attenuationDb()).contains(2.5);
        assertThat(scanner.validTo()).contains(LocalDate.of(2026, 1, 5));
        assertThat(scanner.comparedOn()).contains(LocalDate.of(2025, 2, 1));
        assertThat(scanner.comparison()).contains(Instrument.Agreement.REFUSED);
        assertThat(scanner.uncertainty()).contains(new Instrument.Uncertainty(1.8, 3));
        assertThat(scanner.uncertainty().orElseThrow().covering95Db()).isCloseTo(1.2, within(1e-9));
        assertThat(ledger.instruments().get(0).uncertainty()).contains(new Instrument.Uncertainty(1.5, 2));
    }

    @Test
    void theDigestChangesWithAByteAndNotWithTheFolder(@TempDir Path other) {
        String digest = Folder.sound(dir).read().digest();

        assertThat(Folder.sound(other).read().digest()).isEqualTo(digest);
        assertThat(new Folder(other)
                        .file("divisions.csv", "code,name,parent\n110108,海淀,")
                        .read()
                        .digest())
                .isNotEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-8 BOM", "UTF-16LE BOM", "UTF-16BE BOM"})
    void chineseHeadingsAreReadInEveryUsualEncoding(String name) {
        boolean bom = name.endsWith(" BOM");
        Charset charset = Charset.forName(name.replace(" BOM", ""));
        new Folder(dir).file("places.csv", (bom ? "\uFEFF" : "") + CHINESE_PLACES, charset);

        Place place = new Folder(dir).read().places().get(0);

        assertThat(place.name()).isEqualTo("海淀政务");
        assertThat(place.scenario()).isEqualTo("GOV");
        assertThat(place.operators()).containsExactly("CMCC", "CUCC");
        assertThat(place.targetYear()).contains(2025);
        assertThat(place.reportedDone()).contains(LocalDate.of(2025, 6, 30));
        assertThat(place.original()).isEqualTo(new OriginalPosition(116.339398, 39.982418, "GCJ02"));
        assertThat(Geodesy.distanceM(place.position(), new GeoPoint(116.333229, 39.981082)))
                .isLessThan(5);
    }

    @Test
    void unitsInTheHeadingAreHonoured() {
        Ledger ledger = Folder.sound(dir)
                .line("\"line_id\":\"L1\",\"kind\":\"RAIL\"")
                .file(
                        "keypoints.csv",
                        Folder.rows(
                                "点位编号,场所编号,线路编号,点位类型,经度,纬度,坐标系,半径（km）,起始里程(km),终止里程（公里）",
                                "K1,P1,,大厅,116.3001,39.9801,WGS-84,0.05,—,—",
                                "K2,,L1,收费站,,,,,1.2,2.35",
                                "K3,,L1,TOLL,,,,,K3+250,K4"))
                .read();

        assertThat(ledger.keyPoints().get(0).radiusM()).isEqualTo(50.0);
        assertThat(ledger.keyPoints().get(0).chainage()).isEmpty();
        assertThat(ledger.keyPoints().get(1).chainage()).contains(new KeyPoint.Range(1200, 2350));
        assertThat(ledger.keyPoints().get(2).chainage()).contains(new KeyPoint.Range(3250, 4000));
    }

    @Test
    void packedTablesAndLinesAreReadToo() {
        new Folder(dir)
                .bytes("places.csv.gz", Folder.gzip(CHINESE_PLACES))
                .bytes(
                        "lines.geojson.gz",
                        Folder.gzip("{\"type\":\"FeatureCollection\",\"features\":["
                                + Folder.feature(
                                        "\"line_id\":\"L1\",\"name\":\"一号线\",\"kind\":\"地铁\",\"operators\":\"移动;电信\"",
                                        "{\"type\":\"LineString\",\"coordinates\":[[116,40],[116.1,40]]}")
                                + "]}"));

        Ledger ledger = new Folder(dir).read();

        assertThat(ledger.places()).hasSize(1);
        Line line = ledger.lines().get(0);
        assertThat(line.kind()).isEqualTo(LineKind.METRO);
        assertThat(line.operators()).containsExactly("CMCC", "CTCC");
        assertThat(line.geometry().lengthMm() / 1e6).isCloseTo(8.54, within(0.01));
        assertThat(line.sections())
                .containsExactly(
                        new Line.Section("L1", "一号线", "", 0, line.geometry().lengthMm() / 1e3));
    }

    @Test
    void sectionsAndPropertiesOfALineAreKept() {
        Ledger ledger = new Folder(dir)
                .line("\"line_id\":\"G1\",\"kind\":\"ROAD\",\"grade\":\"EXPRESSWAY\",\"length_km\":8.5,"
                        + "\"division_codes\":[\"110108\",\"110114\"],\"reported_done\":\"2025/6/1\",\"sections\":["
                        + "{\"section_id\":\"S2\",\"name\":\"乙\",\"division_code\":\"110114\",\"from_m\":\"K5+000\","
                        + "\"to_m\":8539},{\"section_id\":\"S1\",\"name\":\"甲\",\"from_m\":0,\"to_m\":5000}]")
                .read();

        Line line = ledger.lines().get(0);
        assertThat(line.sections().get(0)).isEqualTo(new Line.Section("S1", "甲", "110108", 0, 5000));
        assertThat(line.sections().get(1).fromM()).isEqualTo(5000);
        assertThat(line.reportedDone()).contains(LocalDate.of(2025, 6, 1));
        assertThat(line.declaredLengthKm()).contains(8.5);
        assertThat(ledger.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30,2025-06-30",
        "2025/6/3,2025-06-03",
        "2025.6.3,2025-06-03",
        "20250630,2025-06-30",
        "2025年6月30日,2025-06-30",
        "—,",
        "…,",
        "-,"
    })
    void datesComeInManyForms(String written, String expected) {
        Ledger ledger = new Folder(dir)
                .places("P1,a,GOV,,110108,116.3,39.98,WGS84,,,,,," + written + "")
                .read();

        assertThat(ledger.places().get(0).reportedDone())
                .isEqualTo(Optional.ofNullable(expected).map(LocalDate::parse));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        Folder folder = new Folder(dir)
                .places(
                        "P1,a,NOWHERE,,110108,116.3,39.98,WGS84,,,,2025,CMCC;XX,2025-13-01",
                        "P1,b,GOV,,110108,39.98,116.3,WGS84,,,,soon,,",
                        "=P3,c,GOV,,110108,abc,39.98,MOON,,,,,,",
                        ",d,GOV,,110108,NaN,39.98,WGS84,,,,,,")
                .points(
                        "K1,P9,,x,HALL,116.3,39.98,WGS84,-5,,,,,",
                        "K1,P1,,x,CAVE,116.3,39.98,WGS84,,maybe,,,,",
                        "K2,,L9,x,TOLL,,,,,,,5,5,",
                        "K3,P1,L1,x,HALL,116.3,39.98,,,,,,,");

        assertThat(folder.errors())
                .containsExactlyInAnyOrder(
                        "places.csv:2:scenario:SCENARIO_UNKNOWN",
                        "places.csv:2:operators:OPERATOR_UNKNOWN",
                        "places.csv:2:reported_done:DATE_INVALID",
                        "places.csv:3:place_id:ID_TWICE",
                        "places.csv:4:place_id:ID_REFUSED",
                        "places.csv:5:place_id:ID_MISSING",
                        "places.csv:3:lon:LON_LAT_SWAPPED",
                        "places.csv:3:target_year:YEAR_INVALID",
                        "places.csv:4:lon:NUMBER_INVALID",
                        "places.csv:4:crs:CRS_UNKNOWN",
                        "places.csv:5:lon:NUMBER_INVALID",
                        "keypoints.csv:2:radius_m:RADIUS_INVALID",
                        "keypoints.csv:3:point_id:ID_TWICE",
                        "keypoints.csv:3:kind:KIND_UNKNOWN",
                        "keypoints.csv:3:indoor:FLAG_INVALID",
                        "keypoints.csv:4:chainage_to_m:CHAINAGE_ORDER",
                        "keypoints.csv:5:place_id:POINT_OWNER",
                        "keypoints.csv:5:crs:CRS_MISSING",
                        "keypoints.csv:2:place_id:PLACE_UNKNOWN",
                        "keypoints.csv:4:line_id:LINE_UNKNOWN",
                        "keypoints.csv:5:line_id:LINE_UNKNOWN");
        assertThatThrownBy(folder::read)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "places.csv:2: scenario: \"NOWHERE\": unknown scenario (expected: GOV MED TRANSPORT)");
    }
}
