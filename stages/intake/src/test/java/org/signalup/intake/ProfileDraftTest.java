package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.intake.ProfileDraft.Column;

class ProfileDraftTest {
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

    @Test
    void aTableNobodyKnowsIsGuessedPreviewedWrittenAndRead() {
        Path file = desk.file(
                "甲市.csv",
                Charset.forName("GB18030"),
                "甲市测试",
                "日期时间,GPS经度,GPS纬度,运营商名称,网络类型,SS-RSRP(dBm),SS-SINR,下行速率(kbps),IMEI,邻区RSRP,备注",
                "2025-07-18 08:00:00,116.4,39.9,中国移动,5G,-80.5,15,300250,860000000000001,-99,好",
                "2025-07-18 08:00:01,116.4,39.9,中国移动,5G,-999,15,300251,860000000000001,-99,好",
                "2025-07-18 08:00:02,116.4,39.9,中国电信,5G,-999,15,x,860000000000001,-99,差");
        ProfileDraft draft = ProfileDrafts.guess(ProfileDrafts.Table.of(file), "jia", desk.programme(), desk.engine);

        assertThat(told(draft))
                .containsExactly(
                        "日期时间 observed_at - [] HIGH",
                        "GPS经度 lon - [] HIGH",
                        "GPS纬度 lat - [] HIGH",
                        "运营商名称 operator - [] HIGH",
                        "网络类型 rat - [] HIGH",
                        "SS-RSRP(dBm) rsrp_dbm - [-999] HIGH 5G",
                        "SS-SINR sinr_db - [] HIGH 5G",
                        "下行速率(kbps) dl_mbps kbps [] LOW",
                        "IMEI - - [] HIGH",
                        "邻区RSRP - - [] LOW",
                        "备注 - - [] LOW");
        assertThat(draft.headerRow()).isEqualTo(2);
        assertThat(draft.crs().value() + " " + draft.crs().confidence()).isEqualTo("WGS84 LOW");
        assertThat(draft.zone().value() + " " + draft.zone().confidence()).isEqualTo("programme LOW");
        assertThat(draft.columns().get(8).examples()).isEmpty();

        List<RowPreview> preview =
                ProfileDrafts.preview(ProfileDrafts.Table.of(file), draft.yaml(), 2, desk.options(), desk.engine);
        assertThat(preview.get(0).values())
                .containsEntry("observed_at", "2025-07-18T00:00:00Z")
                .containsEntry("rsrp_dbm", "-80.5")
                .containsEntry("dl_mbps", "300.25")
                .containsEntry("operator", "CMCC")
                .containsEntry("lon", "116.4");
        assertThat(preview).hasSize(2);

        desk.profile = Optional.of(desk.file("jia.yml", draft.yaml()).toString());
        desk.read(file);
        assertThat(desk.rows("SELECT operator, rat, rsrp_mdbm, sinr_mdb, dl_kbps FROM sample_read ORDER BY row_no"))
                .containsExactly("CMCC 5 -80500 15000 300250", "CMCC 5 ~ 15000 300251");
        assertThat(desk.rejects()).containsExactly("5 下行速率(kbps) x NUMBER_INVALID");
    }

    @Test
    void previewsShowWhyARowWouldBeRefused() {
        Path file = desk.file("t.csv", "time,lon,lat,operator,rat", "2025-07-18T08:00:00Z,1,2,Nobody,4G", "x");
        String yaml = ProfileDrafts.guess(ProfileDrafts.Table.of(file), "t", desk.programme(), desk.engine)
                .yaml();
        assertThat(ProfileDrafts.preview(ProfileDrafts.Table.of(file), yaml, 9, desk.options(), desk.engine))
                .extracting(row -> row.row() + " " + row.reject().orElseThrow() + " " + row.column())
                .containsExactly("2 OPERATOR_UNKNOWN operator", "3 FIELD_COUNT ");
    }

    @Test
    void longitudeAndLatitudeTheWrongWayRoundAreSwapped() {
        Path file = desk.file(
                "t.csv", "time,lon,lat", "2025-07-18T08:00:00Z,39.9,116.4", "2025-07-18T08:00:00Z,39.8,116.5");
        ProfileDraft draft = ProfileDrafts.guess(ProfileDrafts.Table.of(file), "t", desk.programme(), desk.engine);
        assertThat(told(draft)).contains("lon lat - [] MEDIUM", "lat lon - [] MEDIUM");
        assertThat(draft.zone().value()).isEmpty();
    }

    @Test
    void unitsAreGuessedFromTheSizeOfRatesAndTimesFromTheirForm() {
        Path file = desk.file(
                "t.txt",
                "Time UTC;Download;Upload speed Mbit/s;PDCP DL throughput",
                "18.07.2025 10:00:00;51200;2.5;9",
                "19.07.2025 10:00:00;61200;3.5;9");
        ProfileDraft draft = ProfileDrafts.guess(ProfileDrafts.Table.of(file), "t", desk.programme(), desk.engine);
        assertThat(told(draft))
                .containsExactly(
                        "Time UTC observed_at - [] HIGH",
                        "Download dl_mbps kbit/s [] LOW",
                        "Upload speed Mbit/s ul_mbps Mbit/s [] HIGH",
                        "PDCP DL throughput traffic_dl_mbps Mbit/s [] LOW");
        assertThat(draft.delimiter()).isEqualTo("semicolon");
        assertThat(draft.timeFormat().value()).isEqualTo("dd.MM.yyyy HH:mm:ss");
        assertThat(draft.zone().value()).isEqualTo("UTC");
    }

    @Test
    void daysAndMonthsThatCannotBeToldApartAreSaidToBeAGuess() {
        Path file = desk.file("t.csv", "time,rsrp", "03/04/2025 10:00:00,-80", "05/06/2025 10:00:00,-81");
        ProfileDraft.Guess format = ProfileDrafts.guess(
                        ProfileDrafts.Table.of(file), "t", desk.programme(), desk.engine)
                .timeFormat();
        assertThat(format.confidence()).isEqualTo(Confidence.LOW);
        assertThat(format.reason().en()).contains("MM/dd/yyyy HH:mm:ss");
    }

    @Test
    void hostileHeadingsStayHeadings() {
        String nasty = "\"rsrp \"\"quoted\"\" | a + b: {x} # \\ *\"";
        Path file =
                desk.file("t.csv", "time," + nasty + ",lon,lat,operator,rat", "2025-07-18T08:00:00Z,-80,1,2,CMCC,4G");
        String yaml = ProfileDrafts.guess(ProfileDrafts.Table.of(file), "id: x", desk.programme(), desk.engine)
                .yaml();
        assertThat(ProfileDrafts.preview(ProfileDrafts.Table.of(file), yaml, 1, desk.options(), desk.engine)
                        .get(0)
                        .values())
                .containsEntry("rsrp_dbm", "-80");
    }

    @Test
    void realTablesAreGuessedRight() {
        Path traces = Desk.SHARED.resolve("m-ie-ucc5g/ucc5g_all.csv.gz");
        if (!Files.isRegularFile(traces)) {
            System.out.println("skipped: no ../shared/data/m-ie-ucc5g");
            return;
        }
        assertThat(told(ProfileDrafts.guess(ProfileDrafts.Table.of(traces), "x", desk.programme(), desk.engine)))
                .contains(
                        "Timestamp observed_at - [] HIGH",
                        "Longitude lon - [] HIGH",
                        "Operatorname operator - [] HIGH",
                        "NetworkMode rat - [] HIGH",
                        "RSRP rsrp_dbm - [] HIGH",
                        "SNR sinr_db - [] HIGH",
                        "DL_bitrate traffic_dl_mbps kbit/s [] LOW",
                        "PINGLOSS loss_pct - [] HIGH",
                        "NRxRSRP - - [] LOW");
    }

    private static List<String> told(ProfileDraft draft) {
        return draft.columns().stream().map(ProfileDraftTest::told).collect(Collectors.toList());
    }

    private static String told(Column column) {
        return column.heading() + " " + column.target().map(SampleColumn::code).orElse("-") + " "
                + column.unit().orElse("-") + " " + column.missing() + " " + column.confidence()
                + column.rat().map(rat -> " " + rat.code()).orElse("");
    }
}
