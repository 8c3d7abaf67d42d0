package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

/** Random samples, written as canonical files of every kind, come back as they were. */
class RoundTripTest {
    private static final String[] HEADER = {
        "observed_at",
        "lon",
        "lat",
        "crs",
        "accuracy_m",
        "operator",
        "rat",
        "source",
        "purpose",
        "device_id",
        "session_id",
        "rsrp_dbm",
        "sinr_db",
        "dl_mbps",
        "latency_ms",
        "loss_pct",
        "tester_org",
        "pci",
        "chainage_m"
    };
    private static final String STORED =
            "observed_ms, lon_e7, lat_e7, accuracy_mm, operator, rat, source, purpose, device_id, session_id,"
                    + " rsrp_mdbm, sinr_mdb, dl_kbps, latency_us, loss_ppm, tester_org, pci, chainage_mm";
    private static final int ROWS = 400;

    @TempDir
    Path folder;

    private Desk desk;
    private final List<String[]> cells = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    @BeforeEach
    void invent() {
        desk = new Desk(folder);
        Random random = new Random(20250718);
        for (int i = 0; i < ROWS; i++) {
            invent(random);
        }
        Collections.sort(expected);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void asCsv() {
        desk.read(csv("a.csv", StandardCharsets.UTF_8, order()));
        assertThat(read()).isEqualTo(expected);
    }

    @Test
    void withColumnsInAnyOrder() {
        List<Integer> order = order();
        Collections.shuffle(order, new Random(5));
        desk.read(csv("a.csv", StandardCharsets.UTF_8, order));
        assertThat(read()).isEqualTo(expected);
    }

    @Test
    void asChineseTextOrGzip() throws IOException {
        desk.read(csv("a.csv", Charset.forName("GB18030"), order()));
        assertThat(read()).isEqualTo(expected);

        byte[] plain = Files.readAllBytes(csv("b.csv", StandardCharsets.UTF_8, order()));
        desk.read(desk.bytes("b.csv.gz", Desk.gzip(plain)));
        assertThat(read()).isEqualTo(expected);
    }

    @Test
    void asParquetOfTextsOrOfNumbers() {
        for (Column.Type numbers : new Column.Type[] {Column.Type.VARCHAR, Column.Type.DOUBLE}) {
            desk.read(parquet("a-" + numbers + ".parquet", numbers));
            assertThat(read()).isEqualTo(expected);
        }
    }

    @Test
    void asSpreadsheet() throws IOException {
        desk.read(spreadsheet("a.xlsx"));
        assertThat(read()).isEqualTo(expected);
    }

    @Test
    void asSpreadsheetOfAProgramThatSetsNoFormats() throws IOException {
        Path file = folder.resolve("bare.xlsx");
        try (ZipFile whole = new ZipFile(spreadsheet("whole.xlsx").toFile());
                ZipOutputStream bare = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(whole.entries())) {
                if (!entry.getName().equals("xl/styles.xml")) {
                    String text = new String(whole.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    bare.putNextEntry(new ZipEntry(entry.getName()));
                    bare.write(text.replaceAll("<(Override|Relationship) [^>]*styles[^>]*>", "")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        desk.read(file);
        assertThat(read()).isEqualTo(expected);
    }

    private Path spreadsheet(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("采样");
            for (int c = 0; c < HEADER.length; c++) {
                sheet.value(0, c, HEADER[c]);
                for (int r = 0; r < ROWS; r++) {
                    String cell = cells.get(r)[c];
                    if (cell.matches("-?\\d+\\.\\d+")) {
                        sheet.value(r + 1, c, Double.parseDouble(cell));
                    } else if (!cell.isEmpty()) {
                        sheet.value(r + 1, c, cell);
                    }
                }
            }
        }
        return file;
    }

    @Test
    void splitOverFilesInAnyOrderGivesTheSameRows() {
        List<Path> files = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            List<String> lines = new ArrayList<>(List.of(String.join(",", HEADER)));
            for (int i = part; i < ROWS; i += 4) {
                lines.add(String.join(",", cells.get(i)));
            }
            files.add(desk.file("part" + part + ".csv", lines.toArray(String[]::new)));
        }
        desk.read(files.get(2), files.get(0), files.get(3), files.get(1));
        assertThat(read()).isEqualTo(expected);
        assertThat(desk.rows("SELECT file_no, file FROM sample_file ORDER BY file_no"))
                .containsExactly("1 part0.csv", "2 part1.csv", "3 part2.csv", "4 part3.csv");
    }

    private void invent(Random random) {
        long ms = 1_752_800_000_000L + random.nextInt(1_000_000_000);
        int lon = 1_160_000_000 + random.nextInt(10_000_000);
        int lat = -random.nextInt(900_000_000);
        int offset = random.nextInt(-11, 13);
        String[] operators = {"CMCC", "CTCC", "CUCC"};
        String operator = operators[random.nextInt(3)];
        boolean none = random.nextInt(10) == 0;
        long[] numbers = {
            random.nextInt(60_000),
            -140_000 + random.nextInt(90_000),
            random.nextInt(-20_000, 30_000),
            random.nextInt(2_000_000),
            random.nextInt(5_000_000),
            random.nextInt(1_000_000),
            random.nextInt(1008),
            random.nextInt(1_000_000_000)
        };
        boolean rate = random.nextBoolean();
        String device = random.nextInt(5) == 0 ? "" : "D" + random.nextInt(9);
        cells.add(new String[] {
            Instant.ofEpochMilli(ms).atOffset(ZoneOffset.ofHours(offset)).toString(),
            decimal(lon, 7),
            decimal(lat, 7),
            "WGS84",
            decimal(numbers[0], 3),
            operator,
            none ? "NONE" : "5G",
            "WALK",
            "",
            device,
            "S1",
            none ? "" : decimal(numbers[1], 3),
            none ? "" : decimal(numbers[2], 3),
            rate ? decimal(numbers[3], 3) : "",
            decimal(numbers[4], 3),
            decimal(numbers[5], 4),
            "测试“院”",
            "" + numbers[6],
            decimal(numbers[7], 3)
        });
        expect(ms + " " + lon + " " + lat, numbers, operator, device, none, rate);
    }

    private void expect(String start, long[] numbers, String operator, String device, boolean none, boolean rate) {
        expected.add(String.join(
                " ",
                List.of(
                        start,
                        "" + numbers[0],
                        operator,
                        none ? "0" : "5",
                        "2",
                        "~",
                        device.isEmpty() ? "~" : device,
                        "S1",
                        none ? "~" : "" + numbers[1],
                        none ? "~" : "" + numbers[2],
                        rate ? "" + numbers[3] : "~",
                        "" + numbers[4],
                        "" + numbers[5],
                        "测试“院”",
                        "" + numbers[6],
                        "" + numbers[7])));
    }

    private static String decimal(long scaled, int digits) {
        return BigDecimal.valueOf(scaled, digits).toPlainString();
    }

    private static List<Integer> order() {
        return IntStream.range(0, HEADER.length).boxed().collect(Collectors.toList());
    }

    private Path csv(String name, Charset charset, List<Integer> order) {
        List<String> lines = new ArrayList<>();
        lines.add(order.stream().map(c -> HEADER[c]).collect(Collectors.joining(",")));
        cells.forEach(row -> lines.add(order.stream().map(c -> row[c]).collect(Collectors.joining(","))));
        return desk.file(name, charset, lines.toArray(String[]::new));
    }

    private Path parquet(String name, Column.Type numbers) {
        Schema.Builder builder = Schema.of("canonical_rows");
        List<Boolean> numeric = new ArrayList<>();
        for (int c = 0; c < HEADER.length; c++) {
            int column = c;
            boolean number = numbers != Column.Type.VARCHAR
                    && cells.stream().allMatch(row -> row[column].matches("(-?\\d+(\\.\\d+)?)?"))
                    && !HEADER[c].equals("purpose");
            numeric.add(number);
            builder.with(number ? numbers : Column.Type.VARCHAR, HEADER[c]);
        }
        try (TableWriter writer = desk.engine.create(builder.build())) {
            for (String[] row : cells) {
                for (int c = 0; c < row.length; c++) {
                    put(writer, row[c], numeric.get(c));
                }
                writer.endRow();
            }
        }
        Path file = folder.resolve(name);
        desk.engine.export("SELECT * FROM canonical_rows", file);
        return file;
    }

    private static void put(TableWriter writer, String cell, boolean number) {
        if (cell.isEmpty()) {
            writer.putNull();
        } else if (number) {
            writer.put(Double.parseDouble(cell));
        } else {
            writer.put(cell);
        }
    }

    private List<String> read() {
        List<String> rows = desk.rows("SELECT " + STORED + " FROM sample_read");
        Collections.sort(rows);
        return rows;
    }
}
