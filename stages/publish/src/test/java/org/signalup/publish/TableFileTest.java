package org.signalup.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.geo.GeoPoint;
import org.signalup.publish.TableFile.About;
import org.signalup.publish.TableFile.Column;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other programs read back from the files we write. */
class TableFileTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final About ABOUT = new About(
            "places",
            Text.of("场所", "Places"),
            List.of(Text.of("模拟数据", "simulated data"), Text.same("2025")),
            Optional.of("verdict"),
            Language.ZH);
    private static final List<Column> COLUMNS = List.of(
            new Column("place_id", Text.of("编号", "Id"), TableFile.Type.TEXT),
            new Column("name", Text.of("名称", "Name"), TableFile.Type.TEXT),
            new Column("points", Text.of("点位数", "Points"), TableFile.Type.INTEGER),
            new Column("score", Text.of("得分", "Score"), TableFile.Type.DECIMAL),
            new Column("verdict", Text.of("判定", "Verdict"), TableFile.Type.TEXT));
    private static final Shape HALL = Shape.point(new GeoPoint(116.4, 39.9));
    private static final Shape ROAD = new Shape(List.of(
            List.of(new GeoPoint(116, 40), new GeoPoint(116.5, 40.25)),
            List.of(new GeoPoint(117, 40), new GeoPoint(117.5, 40))));

    private record Given(List<Object> values, Shape shape) {}

    private static final List<Given> ROWS = List.of(
            new Given(row("P1", "政务大厅, \"东\"", 4L, 87.25, "PASS"), HALL),
            new Given(row("P2", "=1+1\u0007<&>", null, 1e-7, "FAIL"), ROAD),
            new Given(row("P3", "", 9_007_199_254_740L, -0.5, "NOT_MEASURED"), Shape.NONE),
            new Given(
                    row("P4", "龘😀", 0L, null, "RETEST"),
                    Shape.line(List.of(new GeoPoint(1, 2), new GeoPoint(3, -4)))));

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    private static byte[] file(FileFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableFile file = TableFile.open(format, ABOUT, COLUMNS, out)) {
            for (Given row : ROWS) {
                file.row(row.values(), row.shape());
            }
        }
        return out.toByteArray();
    }

    private static String text(FileFormat format) throws IOException {
        return new String(file(format), StandardCharsets.UTF_8);
    }

    @Test
    void aCsvCellNeverStartsAFormulaAndNumbersHaveNoExponent() throws IOException {
        assertThat(text(FileFormat.CSV)).isEqualTo("""
                place_id,name,points,score,verdict
                P1,"政务大厅, ""东""\",4,87.25,PASS
                P2,'=1+1\u0007<&>,,0,FAIL
                P3,,9007199254740,-0.5,NOT_MEASURED
                P4,龘😀,0,,RETEST
                """);
    }

    @Test
    void aWorkbookSaysWhatItIsAndKeepsTextsAndNumbersApart() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(FileFormat.XLSX)))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("说明", "场所");
            assertThat(cells(sheets.get(0))).containsExactly(List.of("场所"), List.of("模拟数据"), List.of("2025"));
            assertThat(cells(sheets.get(1)))
                    .containsExactly(
                            List.of("编号", "名称", "点位数", "得分", "判定"),
                            List.of("P1", "政务大厅, \"东\"", "4", "87.25", "PASS"),
                            List.of("P2", "=1+1<&>", "", "1.0E-7", "FAIL"),
                            List.of("P3", "", "9007199254740", "-0.5", "NOT_MEASURED"),
                            List.of("P4", "龘😀", "0", "", "RETEST"));
        }
    }

    private static List<List<String>> cells(Sheet sheet) throws IOException {
        return sheet.read().stream()
                .map(row -> row.stream()
                        .map(cell -> cell == null ? "" : cell.getRawValue())
                        .toList())
                .toList();
    }

    @Test
    void geoJsonHasLongitudeFirstAndNullWhereNothingIsKnown() throws IOException {
        JsonNode root = JsonMapper.shared().readTree(file(FileFormat.GEOJSON));
        JsonNode features = root.get("features");
        assertThat(root.get("note").asString()).isEqualTo("模拟数据；2025");
        assertThat(features.size()).isEqualTo(4);
        assertThat(features.get(0).get("geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[116.4,39.9]}");
        assertThat(features.get(1).get("geometry").toString())
                .isEqualTo(
                        "{\"type\":\"MultiLineString\",\"coordinates\":[[[116,40],[116.5,40.25]],[[117,40],[117.5,40]]]}");
        assertThat(features.get(2).get("geometry").isNull()).isTrue();
        assertThat(features.get(3).get("geometry").get("type").asString()).isEqualTo("LineString");
        assertThat(features.get(1).get("properties").toString())
                .isEqualTo(
                        "{\"place_id\":\"P2\",\"name\":\"=1+1\\u0007<&>\",\"points\":null,\"score\":0,\"verdict\":\"FAIL\"}");
    }

    @Test
    void kmlIsWellFormedAndColouredByVerdict() throws Exception {
        Document kml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file(FileFormat.KML)));
        List<String> placemarks = new ArrayList<>();
        for (int i = 0; i < ROWS.size(); i++) {
            Element placemark = (Element) kml.getElementsByTagName("Placemark").item(i);
            placemarks.add(one(placemark, "name") + " " + one(placemark, "styleUrl") + " "
                    + placemark.getElementsByTagName("coordinates").getLength());
        }
        assertThat(placemarks)
                .containsExactly("政务大厅, \"东\" #PASS 1", "=1+1<&> #FAIL 2", " #NOT_MEASURED 0", "龘😀 #RETEST 1");
        assertThat(kml.getElementsByTagName("coordinates").item(1).getTextContent())
                .isEqualTo("116,40 116.5,40.25");
        assertThat(text(FileFormat.KML)).doesNotContain("http://maps").contains("模拟数据");
    }

    private static String one(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent();
    }

    @Test
    void mapInfoHasAsManyShapesAsRowsAndChineseInGbk() throws IOException {
        Map<String, String> archive = archive(file(FileFormat.MAPINFO));
        assertThat(archive).containsOnlyKeys("README.txt", "places.mif", "places.mid");
        assertThat(archive.get("places.mif")).isEqualTo("""
                Version 300
                Charset "WindowsSimpChinese"
                Delimiter ","
                CoordSys Earth Projection 1, 104
                Columns 5
                  place_id Char(254)
                  name Char(254)
                  points Decimal(18,0)
                  score Float
                  verdict Char(254)
                Data

                Point 116.4 39.9
                Pline Multiple 2
                  2
                116 40
                116.5 40.25
                  2
                117 40
                117.5 40
                none
                Pline 2
                1 2
                3 -4
                """.replace("\n", "\r\n"));
        assertThat(archive.get("places.mid"))
                .isEqualTo("\"P1\",\"政务大厅, \"\"东\"\"\",4,87.25,\"PASS\"\r\n\"P2\",\"=1+1\u0007<&>\",,0,\"FAIL\"\r\n"
                        + "\"P3\",\"\",9007199254740,-0.5,\"NOT_MEASURED\"\r\n\"P4\",\"龘?\",0,,\"RETEST\"\r\n");
    }

    @Test
    void aMapInfoTextIsCutBetweenCharactersAndStaysOnOneLine() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Column> one = List.of(COLUMNS.get(0));
        try (TableFile file = TableFile.open(FileFormat.MAPINFO, ABOUT, one, out)) {
            file.row(List.of("a" + "中".repeat(200)), HALL);
            file.row(List.of("一\r\n二"), HALL);
        }
        assertThat(archive(out.toByteArray()).get("places.mid"))
                .isEqualTo("\"a" + "中".repeat(126) + "\"\r\n\"一 二\"\r\n");
    }

    private static Map<String, String> archive(byte[] bytes) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), GBK));
            }
        }
        return files;
    }
}
