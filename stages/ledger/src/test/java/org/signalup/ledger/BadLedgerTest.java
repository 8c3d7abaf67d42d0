package org.signalup.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they should be: one clear message, never an exception from below. */
class BadLedgerTest {
    private static final String ROW = "P1,政务中心,GOV,,110108,116.3,39.98,WGS84,,,,2025,CMCC,2025-06-30";

    @TempDir
    Path dir;

    private Folder folder() {
        return new Folder(dir);
    }

    @Test
    void aMissingFolderAndAnEmptyOneAreTold() {
        assertThat(new Folder(dir.resolve("nowhere")).check().errors())
                .extracting(p -> p.code())
                .containsExactly("LEDGER_MISSING");
        assertThat(folder().check().errors()).extracting(p -> p.code()).containsExactly("LEDGER_EMPTY");
    }

    @Test
    void anEmptyFileIsTold() {
        assertThat(folder().file("places.csv", "").errors()).containsExactly("places.csv:0::FILE_EMPTY");
        assertThat(folder().file("places.csv", "\n\n").errors()).containsExactly("places.csv:0::FILE_EMPTY");
        assertThat(folder().bytes("places.csv", Folder.gzip("")).errors()).containsExactly("places.csv:0::FILE_EMPTY");
    }

    @Test
    void aHeadingWithoutRowsIsTold() {
        assertThat(folder().places().errors()).containsExactly("places.csv:0::NO_ROWS");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void aWrongSeparatorIsTold(String separator) {
        folder().file("places.csv", (Folder.PLACES_HEADING + ROW).replace(",", separator));

        assertThat(folder().errors()).containsExactly("places.csv:1::WRONG_SEPARATOR");
    }

    @Test
    void aTruncatedGzipIsTold() {
        byte[] whole = Folder.gzip(Folder.PLACES_HEADING + ROW);

        assertThat(folder().bytes("places.csv.gz", Arrays.copyOf(whole, whole.length - 12))
                        .errors())
                .containsExactly("places.csv.gz:0::GZIP_DAMAGED");
        assertThat(new Folder(dir)
                        .bytes("lines.geojson.gz", Arrays.copyOf(whole, 40))
                        .errors())
                .contains("lines.geojson.gz:0::GZIP_DAMAGED");
    }

    @Test
    void binaryGarbageIsTold() {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);

        for (String file : new String[] {"places.csv", "keypoints.xlsx", "lines.geojson"}) {
            folder().bytes(file, noise);
        }

        assertThat(folder().check().errors())
                .extracting(p -> p.file() + ":" + p.code())
                .containsExactlyInAnyOrder(
                        "places.csv:NOT_TEXT", "keypoints.xlsx:NOT_XLSX", "lines.geojson:ENCODING_UNKNOWN");
    }

    @Test
    void aLineOfOneHundredMegabytesIsTold() {
        byte[] line = new byte[100 << 20];
        Arrays.fill(line, (byte) 'x');

        assertThat(folder().bytes("places.csv", line).errors()).containsExactly("places.csv:1::LINE_TOO_LONG");
    }

    @Test
    void twoEncodingsInOneFileAreTold() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write(Folder.PLACES_HEADING.getBytes(StandardCharsets.UTF_8));
        mixed.write((ROW + "\n").getBytes(StandardCharsets.UTF_8));
        mixed.write((ROW.replace("P1", "P2") + "\n").getBytes(Charset.forName("GB18030")));

        assertThat(folder().bytes("places.csv", mixed.toByteArray()).errors())
                .containsExactly("places.csv:3::ENCODING_MIXED");
    }

    @Test
    void anOpenQuoteAndARowOfTheWrongWidthAreTold() {
        assertThat(folder().places(ROW, "P2,x,GOV", ROW.replace("P1", "P3") + ",extra")
                        .errors())
                .containsExactly("places.csv:3::ROW_WIDTH", "places.csv:4::ROW_WIDTH");
        assertThat(folder().places(ROW, "P2,\"open").check().errors()).isNotEmpty();
    }

    @Test
    void missingDoubledAndUnknownColumnsAreTold() {
        folder().file("places.csv", Folder.rows("place_id,场所编号,scenario,lon,lat,楼层数,停车位", "P1,P1,GOV,116.3,39.98,3,9"));

        assertThat(folder().errors())
                .containsExactly("places.csv:1:place_id:COLUMN_TWICE", "places.csv:1:crs:COLUMN_MISSING");
        assertThat(folder().check().warnings())
                .filteredOn(p -> p.code().equals("COLUMNS_UNKNOWN"))
                .extracting(p -> p.value())
                .containsExactly("楼层数; 停车位");
    }

    @Test
    void anUnknownUnitInTheHeadingIsTold() {
        folder().places(ROW).file("keypoints.csv", Folder.rows("point_id,place_id,kind,半径（英尺）", "K1,P1,HALL,50"));

        assertThat(folder().errors()).containsExactly("keypoints.csv:1:radius_m:UNIT_UNKNOWN");
    }

    @Test
    void metresUnderAHeadingInKilometresAreTold() {
        folder().places(ROW).file("keypoints.csv", Folder.rows("point_id,place_id,kind,半径(km)", "K1,P1,HALL,30"));

        assertThat(folder().errors()).containsExactly("keypoints.csv:2:radius_m:RADIUS_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+P1", "-P1", "@P1", "\tP1", " =P1"})
    void idsThatASpreadsheetWouldRunAreRefused(String id) {
        assertThat(folder().places(ROW.replace("P1", id)).errors()).containsExactly("places.csv:2:place_id:ID_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeffP1", "P\u200b1", "P1\u202e"})
    void idsWithCharactersNobodySeesAreRefused(String id) {
        assertThat(folder().places(ROW.replace("P1", id)).errors()).containsExactly("places.csv:2:place_id:ID_REFUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN,39.98,lon:NUMBER_INVALID",
        "Infinity,39.98,lon:NUMBER_INVALID",
        "116.3,1e999,lat:NUMBER_INVALID",
        "116.3,,lat:COORDINATE_MISSING",
        ",,lon:POSITION_MISSING",
        "0,0,lon:POSITION_ZERO",
        "200,39.98,lon:POSITION_INVALID",
        "116.3,-90.5,lat:POSITION_INVALID",
        "116.3,90,lat:POSITION_INVALID",
        "39.98,116.3,lon:LON_LAT_SWAPPED",
        "38.5,76.2,lon:LON_LAT_SWAPPED"
    })
    void positionsThatAreNoneAreTold(String lon, String lat, String problem) {
        String row = ROW.replace("116.3,39.98", (lon == null ? "" : lon) + "," + (lat == null ? "" : lat));

        assertThat(folder().places(row).errors()).containsExactly("places.csv:2:" + problem);
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsRefused() throws IOException {
        byte[] zeros = new byte[64 << 20];
        Arrays.fill(zeros, (byte) ' ');

        assertThat(folder().bytes("places.xlsx", zip(Map.of("xl/workbook.xml", zeros)))
                        .errors())
                .containsExactly("places.xlsx:0::XLSX_BOMB");
    }

    @Test
    void entitiesInAWorkbookAreRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        String xml =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook>&a;</workbook>";
        entries.put("xl/workbook.xml", xml.getBytes(StandardCharsets.UTF_8));

        assertThat(folder().bytes("places.xlsx", zip(entries)).errors()).containsExactly("places.xlsx:0::XLSX_DTD");
        entries.put("xl/workbook.xml", xml.getBytes(StandardCharsets.UTF_16));
        assertThat(folder().bytes("places.xlsx", zip(entries)).errors()).containsExactly("places.xlsx:0::XLSX_DTD");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    @Test
    void aWorkbookUnderACsvNameAndTwoFormsOfOneTableAreTold() throws IOException {
        byte[] workbook = workbook("P1");

        assertThat(folder().bytes("places.csv", workbook).errors()).containsExactly("places.csv:0::NOT_CSV");
        assertThat(folder().places(ROW).bytes("places.xlsx", workbook).errors())
                .containsExactly("places.xlsx:0::FILE_TWICE");
    }

    @Test
    void aWorkbookIsReadWithNumbersDatesAndItsRowNumbers() throws IOException {
        Ledger ledger = folder().bytes("places.xlsx", workbook("1001")).read();

        assertThat(ledger.places().get(0).id()).isEqualTo("1001");
        assertThat(ledger.places().get(0).original().x()).isEqualTo(116.3);
        assertThat(ledger.places().get(0).reportedDone().toString()).contains("2025-06-30");

        assertThat(folder().bytes("places.xlsx", workbook("=1")).errors())
                .containsExactly("places.xlsx:3:place_id:ID_REFUSED");
    }

    /** A workbook with an empty second row. */
    private static byte[] workbook(String id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("场所");
            String[] headings = {"场所编号", "场景", "经度", "纬度", "坐标系", "上报完成日期"};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            if (id.startsWith("1")) {
                sheet.value(2, 0, Integer.parseInt(id));
            } else {
                sheet.value(2, 0, id);
            }
            sheet.value(2, 1, "政务中心");
            sheet.value(2, 2, 116.3);
            sheet.value(2, 3, 39.98);
            sheet.value(2, 4, "WGS84");
            sheet.value(2, 5, LocalDate.of(2025, 6, 30));
            sheet.style(2, 5).format("yyyy-MM-dd").set();
        }
        return bytes.toByteArray();
    }
}
