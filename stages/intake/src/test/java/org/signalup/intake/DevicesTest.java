package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.intake.RowIntake.Message;

/** Whose device it is, told before its id is hashed. */
class DevicesTest {
    private static final String HEADER = "observed_at,operator,rat,lon,lat,crs,rsrp_dbm,device_id,instrument_id";
    private static final String ROW = "2025-06-02T08:00:0%d+08:00,CMCC,4G,116.4,39.9,WGS84,-90,%s,%s";
    private static final String IMEI = "350000000000017";

    @TempDir
    Path folder;

    private Desk desk;
    private Pseudonyms keys;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        keys = Pseudonyms.current(folder.resolve("secret.keys"), LocalDate.parse("2025-06-02"), 90);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path file() {
        return desk.file(
                "drive.csv",
                HEADER,
                ROW.formatted(1, "phone-7", ""),
                ROW.formatted(2, " " + IMEI, ""),
                ROW.formatted(3, DeviceName.of(IMEI).kept(), ""),
                ROW.formatted(4, "phone-7", "OTHER"),
                ROW.formatted(5, "phone-8", ""),
                ROW.formatted(6, "", ""));
    }

    private Devices registered(Optional<Pseudonyms> secret) {
        return Devices.keyed(secret).of(Map.of("phone-7", "SCANNER-1", IMEI, "SCANNER-2"));
    }

    private String kept(String id) {
        return DeviceName.all(id, Optional.of(keys)).get(1).kept();
    }

    @Test
    void aKnownDeviceIsItsInstrumentAndItsIdIsHashed() {
        IntakeOptions options = desk.options().knowing(registered(Optional.of(keys)));
        IntakeReport report = Intake.read(List.of(file()), options, desk.engine);
        assertThat(desk.rows("SELECT device_id, instrument_id FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        kept("phone-7") + " SCANNER-1",
                        kept(IMEI) + " SCANNER-2",
                        DeviceName.of(IMEI).kept() + " SCANNER-2",
                        kept("phone-7") + " OTHER",
                        kept("phone-8") + " ~",
                        "~ ~");
        assertThat(report.files().get(0).defaulted()).containsEntry("instrument_id", 3L);
    }

    @Test
    void withoutKeysTheSameInstrumentsAreNamed() {
        Intake.read(List.of(file()), desk.options().knowing(registered(Optional.empty())), desk.engine);
        assertThat(desk.rows("SELECT device_id, instrument_id FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "phone-7 SCANNER-1",
                        DeviceName.of(IMEI).kept() + " SCANNER-2",
                        DeviceName.of(IMEI).kept() + " SCANNER-2",
                        "phone-7 OTHER",
                        "phone-8 ~",
                        "~ ~");
    }

    @Test
    void aMessageIsReadTheSameWay() {
        Message message = new Message(file(), "sent", Optional.empty(), Optional.empty(), Map.of());
        RowIntake rows = new RowIntake(desk.programme(), List.of(), () -> registered(Optional.of(keys)));
        assertThat(rows.check(message, () -> desk.engine).kept())
                .extracting(row -> row.cell(SampleColumn.DEVICE_ID) + " " + row.cell(SampleColumn.INSTRUMENT_ID))
                .startsWith(kept("phone-7") + " SCANNER-1", kept(IMEI) + " SCANNER-2")
                .endsWith(" ");
    }

    @Test
    void nameOfAFileTellsNoPhone() {
        Path file = desk.file(
                "log " + IMEI + ".csv", HEADER, ROW.formatted(1, "phone-8", ""), ROW.formatted(2, "phone-8", ""));
        IntakeOptions options = desk.options().knowing(registered(Optional.of(keys)));
        assertThat(Intake.read(List.of(file), options, desk.engine)
                        .files()
                        .get(0)
                        .file())
                .isEqualTo("log " + kept(IMEI) + ".csv");
        Pseudonyms later = Pseudonyms.current(folder.resolve("secret.keys"), LocalDate.parse("2025-12-01"), 90);
        assertThat(Devices.keyed(Optional.of(later)).everWithoutPhones("log " + IMEI + ".csv"))
                .hasSize(2)
                .startsWith("log " + kept(IMEI) + ".csv");
        assertThat(Devices.PLAIN.everWithoutPhones("walk 20250602.csv")).containsExactly("walk 20250602.csv");
    }
}
