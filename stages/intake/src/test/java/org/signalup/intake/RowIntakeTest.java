package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Column;
import org.signalup.intake.RowIntake.Checked;
import org.signalup.intake.RowIntake.Message;

class RowIntakeTest {
    private static final String HEADER =
            "observed_at,lon,lat,crs,operator,rat,rsrp_dbm,sinr_db,source,device_id,speed_kmh";
    private static final String ROW =
            "2025-07-18T22:11:08.120+08:00,116.3975,39.9087,GCJ02,46000,5G NSA,-85.5,12.25,,13912345678,3.6";

    /** What is not where a row came from. */
    private static final String STORED = SampleSchema.READ.columns().stream()
            .map(Column::name)
            .filter(name -> !name.equals("file_no") && !name.equals("row_no"))
            .collect(Collectors.joining(", "));

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

    private Checked check(Path file, Map<SampleColumn, String> standIns) {
        Message message = new Message(file, "sent", Optional.empty(), Optional.of("WGS84"), standIns);
        return new RowIntake(desk.programme(), List.of(Desk.PROFILES)).check(message, () -> {
            throw new IllegalStateException("text needs no engine");
        });
    }

    private static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /** The rows of a file as they are stored. */
    private List<String> stored(Path file) {
        desk.crs = Optional.of("WGS84");
        desk.read(file);
        return desk.rows("SELECT " + STORED + " FROM sample_read ORDER BY row_no");
    }

    private void readAgainIsTheSame(Path file) {
        readAgainIsTheSame(file, Map.of());
    }

    private void readAgainIsTheSame(Path file, Map<SampleColumn, String> standIns) {
        List<String> first = stored(file);
        Checked checked = check(file, standIns);
        Path again = desk.file(
                "again-" + file.getFileName() + ".csv",
                Stream.concat(
                                Stream.of(csv(RowIntake.headings())),
                                checked.kept().stream().map(kept -> csv(kept.cells())))
                        .toArray(String[]::new));
        assertThat(first).isNotEmpty();
        assertThat(stored(again)).isEqualTo(first);
    }

    @Test
    void whatWasKeptReadAgainIsTheSameRowToTheLastDigit() {
        readAgainIsTheSame(Path.of("../../examples/town/samples/app.csv.gz"));
        readAgainIsTheSame(Path.of("../../examples/town/samples/service.csv.gz"));
        readAgainIsTheSame(Path.of("../../examples/town/samples/walk.csv.gz"));
        // A message has no file name to tell devices by: whoever sends it says which it is.
        readAgainIsTheSame(Path.of("../../examples/dakar/samples/Orange_log.txt"), device("Orange_log"));
        readAgainIsTheSame(Path.of("../../examples/dakar/samples/Yas_log_datatest.txt"), device("Yas_log"));
    }

    private static Map<SampleColumn, String> device(String name) {
        return Map.of(SampleColumn.DEVICE_ID, name, SampleColumn.SESSION_ID, name);
    }

    @Test
    void randomRowsSurviveToo() {
        Random random = new Random(20261125);
        String[] rats = {"2G", "EDGE", "HSPA+", "4G", "LTE CA", "5G", "NR NSA", "5G SA", "NONE", "WIFI"};
        String[] floors = {"", "B1", "负二层", "3", "-1", "0"};
        String[] lines = new String[400];
        lines[0] = HEADER
                + ",chainage_m,loss_pct,latency_ms,dl_mbps,outcome,mos,state,floor,pci,cell_id,tester_org,line_id";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = String.join(
                    ",",
                    "2025-07-18T22:%02d:08.%03d+08:00".formatted(random.nextInt(60), random.nextInt(1000)),
                    "116." + random.nextInt(10_000_000),
                    "39." + random.nextInt(10_000_000),
                    random.nextBoolean() ? "BD09" : "WGS84",
                    "移动",
                    rats[random.nextInt(rats.length)],
                    "-" + (50 + random.nextInt(70)) + "." + random.nextInt(1000),
                    (random.nextInt(30) - 10) + "." + random.nextInt(1000),
                    random.nextBoolean() ? "众测" : "",
                    i % 3 == 0 ? "86012345678901" + (i % 10) : "D-" + i,
                    random.nextInt(120) + "." + random.nextInt(10_000),
                    "K12+" + random.nextInt(1000),
                    "0." + random.nextInt(10_000),
                    random.nextInt(500) + "." + random.nextInt(1000),
                    random.nextInt(900) + "." + random.nextInt(1000),
                    random.nextInt(5) == 0 ? "FAILED" : "",
                    "4." + random.nextInt(1000),
                    random.nextBoolean() ? "D" : "空闲",
                    floors[random.nextInt(floors.length)],
                    "" + random.nextInt(1000),
                    "\"21-\"\"11\"\"\"",
                    "\"甲,乙\"",
                    "L1");
        }
        readAgainIsTheSame(desk.file("random.csv", lines));
    }

    @Test
    void aBadRowIsRefusedAsInAFileAndTheRestIsKept() {
        Path sent =
                desk.file("sent.csv", HEADER, ROW, ROW.replace("5G NSA", "6G"), ROW.replace(",46000,", ",,"), "1,2");
        Checked checked = check(sent, Map.of());
        assertThat(checked.read()).isEqualTo(4);
        assertThat(checked.refused())
                .extracting(refused ->
                        refused.row() + " " + refused.column() + " " + refused.value() + " " + refused.code())
                .containsExactly("3 rat 6G RAT_UNKNOWN", "4 operator  OPERATOR_MISSING", "5   FIELD_COUNT");
        assertThat(checked.kept()).hasSize(1);
        assertThat(checked.kept().get(0).row()).isEqualTo(2);
        assertThat(checked.kept().get(0).cell(SampleColumn.DEVICE_ID))
                .startsWith("p")
                .doesNotContain("139");
        assertThat(checked.kept().get(0).cell(SampleColumn.CRS)).isEqualTo("WGS84");
        assertThat(checked.defaulted()).containsEntry("source", 1L);
    }

    @Test
    void aValueStandsInOnlyWhereARowHasNone() {
        Path sent = desk.file("sent.csv", HEADER, ROW, ROW.replace("12.25,,", "12.25,DRIVE,"));
        Checked checked = check(sent, Map.of(SampleColumn.SOURCE, "PROBE", SampleColumn.POINT_ID, "K-1"));
        assertThat(checked.kept())
                .extracting(kept -> kept.cell(SampleColumn.SOURCE) + " " + kept.cell(SampleColumn.POINT_ID))
                .containsExactly("PROBE K-1", "DRIVE K-1");
    }

    @Test
    void aPseudonymReadAgainStandsForTheSameDevice() {
        DeviceName first = DeviceName.of("13912345678");
        assertThat(DeviceName.of(first.kept())).isEqualTo(new DeviceName(first.kept(), first.key(), first.kept()));
    }

    @Test
    void whatIsNoSampleFileIsRefusedAsAWhole() throws java.io.IOException {
        Path sent = Files.write(folder.resolve("sent.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> check(sent, Map.of()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("FORMAT_UNKNOWN"));
    }
}
