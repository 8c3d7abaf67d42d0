package org.signalup.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.LedgerReader;
import org.signalup.register.ImportBatch.Status;
import org.signalup.store.Store;

/** 评测仪器仪表 in the register. */
class InstrumentsTest {
    private static final String HEADING =
            "instrument_id,name,device_ids,antenna,attenuation_db,certificate_no,valid_from,valid_to,compared_on,comparison,uncertainty_db,coverage_factor,version\n";
    private final Store store = Kept.store();
    private final RegisterChanges changes = new RegisterChanges(store, Kept.PROGRAMME);
    private final Register register = new Register(store, Kept.PROGRAMME);

    private ImportBatch look(Path dir, String rows) throws IOException {
        Files.createDirectories(dir);
        Files.writeString(dir.resolve("instruments.csv"), HEADING + rows, StandardCharsets.UTF_8);
        return new Imports(store, Kept.PROGRAMME).preview(Kept.editor(), dir, "instruments.csv");
    }

    @Test
    void whatAFileBringsIsExportedAndReadBackAsItWas(@TempDir Path dir) throws IOException {
        ImportBatch batch = look(
                dir.resolve("in"),
                "RI-1,扫频仪,RD-1;RD-2,车外,2.5,C1,2025-01-06,2026-01-05,2025-02-01,可比,1.8,3,\nRI-2,手机,,月球,,,,,,,,,\n");
        assertThat(batch.count(Status.NEW)).isEqualTo(1);
        assertThat(batch.count(Status.REFUSED)).isEqualTo(1);
        new Imports(store, Kept.PROGRAMME).confirm(Kept.editor(), batch.id(), 1, 0, "年度登记");

        new LedgerExport(store).write(Kept.editor(), dir.resolve("out"), List.of());

        Instrument back = LedgerReader.read(dir.resolve("out"), Kept.PROGRAMME).instruments().stream()
                .filter(one -> one.id().equals("RI-1"))
                .findFirst()
                .orElseThrow();
        assertThat(back.devices()).containsExactly("RD-1", "RD-2");
        assertThat(back.attenuationDb()).contains(2.5);
        assertThat(back.antenna()).contains(Instrument.Antenna.EXTERNAL);
        assertThat(back.comparison()).contains(Instrument.Agreement.ACCEPTED);
        assertThat(back.uncertainty()).contains(new Instrument.Uncertainty(1.8, 3));
        ImportBatch again = look(
                dir.resolve("again"), "RI-1,扫频仪,RD-1;RD-2,车外,2.5,C2,2025-01-06,2026-01-05,2025-02-01,可比,1.8,3,1\n");
        assertThat(again.count(Status.CHANGED)).isEqualTo(1);
        changes.remove(Kept.editor(), Subject.INSTRUMENT, "RI-1", 1, "报废");
        assertThat(changes.history(Kept.editor(), Subject.INSTRUMENT, "RI-1"))
                .extracting(RegisterChange::reason)
                .containsExactly("报废", "年度登记");
    }

    @Test
    void everybodySeesInstrumentsAndOnlyWhoAnswersForAllChangesThem() {
        changes.add(Kept.editor(), Subject.INSTRUMENT, Map.of("instrument_id", "RI-5", "device_ids", "RD-5"), "");
        var city = Kept.scope(9, Kept.divisions("9901"), "LEDGER_READ", "LEDGER_EDIT");

        assertThat(register.list(city, EntryQuery.all(Subject.INSTRUMENT).words("RI-5"))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> changes.add(city, Subject.INSTRUMENT, Map.of("instrument_id", "RI-6"), ""))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> changes.edit(city, Subject.INSTRUMENT, "RI-5", 1, Map.of("model", "x"), ""))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> changes.add(
                        Kept.editor(),
                        Subject.INSTRUMENT,
                        Map.of("instrument_id", "RI-7", "device_ids", "RD-6;RD-5"),
                        ""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems().get(0).code()).isEqualTo("DEVICE_TWICE"));
        changes.remove(Kept.editor(), Subject.INSTRUMENT, "RI-5", 1, "");
    }
}
