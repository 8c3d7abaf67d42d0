package org.signalup.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.LedgerReader;
import org.signalup.register.ImportBatch.State;
import org.signalup.register.ImportBatch.Status;
import org.signalup.store.Scope;
import org.signalup.store.Store;

class ImportsTest {
    private final Store store = Kept.store();
    private final Imports imports = new Imports(store, Kept.PROGRAMME);
    private final RegisterChanges changes = new RegisterChanges(store, Kept.PROGRAMME);
    private final Register register = new Register(store, Kept.PROGRAMME);

    @TempDir
    Path dir;

    private static String place(String id, String name, String rest) {
        return id + "," + name + ",GOV,COUNTY_PLUS,990101,102.2,40.6,WGS84,地址,业主,部门,2025,CMCC;CTCC," + rest;
    }

    private Map<Status, Integer> counts(ImportBatch batch) {
        return batch.counts();
    }

    private ImportBatch apply(ImportBatch batch) {
        return imports.confirm(Kept.editor(), batch.id(), batch.count(Status.NEW), batch.count(Status.CHANGED), "导入");
    }

    @Test
    void theLedgerExportedReadsAsTheLedgerImported() {
        Path other = dir.resolve("town");
        Scope town = Kept.scope(7, Kept.divisions("9901"), "LEDGER_READ");
        long version = new LedgerExport(store).write(Kept.editor(), other, List.of());
        Ledger read = LedgerReader.read(other, Kept.PROGRAMME);
        Ledger shipped = LedgerReader.read(Kept.TOWN, Kept.PROGRAMME);
        assertThat(read.places().stream().filter(p -> p.id().startsWith("SIM")).toList())
                .isEqualTo(shipped.places());
        assertThat(read.keyPoints().stream()
                        .filter(p -> p.id().startsWith("SIM"))
                        .toList())
                .isEqualTo(shipped.keyPoints());
        assertThat(read.lines()).isEqualTo(shipped.lines());
        assertThat(version).isPositive();
        assertThat(register.list(town, EntryQuery.all(Subject.PLACE)).items()).isNotEmpty();
    }

    @Test
    void aPreviewTellsWhatWouldBecomeOfEachRowAndAppliesNothing() {
        apply(imports.preview(
                Kept.editor(),
                Kept.places(dir, place("PV-1", "甲", ","), place("PV-2", "乙", ","), place("PV-3", "丙", ",")),
                "a"));
        changes.edit(Kept.editor(), Subject.PLACE, "PV-3", 1, Map.of("name", "丙改"), "改名");
        ImportBatch batch = imports.preview(
                Kept.editor(),
                Kept.places(
                        dir,
                        place("PV-1", "甲", ",1"),
                        place("PV-2", "乙改", "2025-08-20,1"),
                        place("PV-3", "丙又改", ",1"),
                        place("PV-4", "丁", ","),
                        place("PV-5", "戊", "昨天,")),
                "b");
        assertThat(counts(batch))
                .isEqualTo(Map.of(
                        Status.UNCHANGED, 1, Status.CHANGED, 1, Status.CONFLICT, 1, Status.NEW, 1, Status.REFUSED, 1));
        ImportRow changed =
                imports.rows(Kept.editor(), batch.id(), Status.CHANGED, 0, 10).get(0);
        assertThat(changed.differences())
                .containsExactly(
                        new RegisterChange.Difference("name", "乙", "乙改"),
                        new RegisterChange.Difference("reported_done", "", "2025-08-20"));
        ImportRow refused =
                imports.rows(Kept.editor(), batch.id(), Status.REFUSED, 0, 10).get(0);
        assertThat(refused.problems().toString())
                .contains("places.csv")
                .contains("row=6")
                .contains("reported_done")
                .contains("昨天")
                .contains("DATE_INVALID");
        assertThat(register.find(Kept.editor(), Subject.PLACE, "PV-4")).isEmpty();
        apply(batch);
        assertThat(register.find(Kept.editor(), Subject.PLACE, "PV-4")).isPresent();
        assertThat(register.find(Kept.editor(), Subject.PLACE, "PV-3")
                        .orElseThrow()
                        .text("name"))
                .isEqualTo("丙改");
        assertThatThrownBy(() -> apply(batch)).isInstanceOf(RefusedException.class);
    }

    @Test
    void whatSomebodyChangedAfterThePreviewIsAConflictAndNothingIsApplied() {
        apply(imports.preview(Kept.editor(), Kept.places(dir, place("CF-1", "甲", ",")), "a"));
        ImportBatch batch = imports.preview(
                Kept.editor(), Kept.places(dir, place("CF-1", "甲改", ","), place("CF-2", "乙", ",")), "b");
        changes.edit(Kept.editor(), Subject.PLACE, "CF-1", 1, Map.of("name", "别人改"), "改名");
        assertThatThrownBy(() -> apply(batch))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("changed after the preview");
        assertThat(register.find(Kept.editor(), Subject.PLACE, "CF-2")).isEmpty();
        ImportBatch again = imports.find(Kept.editor(), batch.id()).orElseThrow();
        assertThat(again.state()).isEqualTo(State.PREVIEW);
        assertThat(counts(again)).isEqualTo(Map.of(Status.CONFLICT, 1, Status.NEW, 1));
        imports.discard(Kept.editor(), batch.id());
        assertThat(imports.find(Kept.editor(), batch.id()).orElseThrow().state())
                .isEqualTo(State.DISCARDED);
    }

    @Test
    void anImportIsTakenBackAsAWhole() {
        apply(imports.preview(Kept.editor(), Kept.places(dir, place("UN-1", "甲", ",")), "a"));
        Kept.places(dir, place("UN-1", "甲改", ","), place("UN-2", "乙", ","));
        Kept.points(dir, "UN-2-K,UN-2,大厅,HALL,102.2,40.6,WGS84,,");
        ImportBatch batch = apply(imports.preview(Kept.editor(), dir, "b"));
        assertThat(register.list(Kept.editor(), EntryQuery.pointsOf("UN-2")).items())
                .hasSize(1);
        assertThat(imports.undo(Kept.editor(), batch.id(), "导错了").state()).isEqualTo(State.UNDONE);
        assertThat(register.find(Kept.editor(), Subject.PLACE, "UN-1")
                        .orElseThrow()
                        .text("name"))
                .isEqualTo("甲");
        assertThat(register.find(Kept.editor(), Subject.PLACE, "UN-2")).isEmpty();
        assertThat(register.find(Kept.editor(), Subject.KEY_POINT, "UN-2-K")).isEmpty();
    }

    @Test
    void anImportSomebodyBuiltUponIsNotTakenBack() {
        ImportBatch batch = apply(imports.preview(Kept.editor(), Kept.places(dir, place("UB-1", "甲", ",")), "a"));
        changes.edit(Kept.editor(), Subject.PLACE, "UB-1", 1, Map.of("name", "乙"), "改名");
        assertThatThrownBy(() -> imports.undo(Kept.editor(), batch.id(), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("UB-1");
        assertThat(register.find(Kept.editor(), Subject.PLACE, "UB-1")).isPresent();
    }

    @Test
    void whatLiesOutsideTheReachIsRefusedWithItsKeyPoints() {
        Scope county = Kept.scope(8, Kept.divisions("990102"), "LEDGER_READ", "LEDGER_EDIT");
        Kept.places(dir, place("OR-1", "甲", ","));
        Kept.points(dir, "OR-1-K,OR-1,大厅,HALL,102.2,40.6,WGS84,,", "OR-2-K,SIM-P01,大厅,HALL,102.2,40.6,WGS84,,");
        ImportBatch batch = imports.preview(county, dir, "a");
        assertThat(counts(batch)).isEqualTo(Map.of(Status.REFUSED, 3));
        assertThat(imports.rows(county, batch.id(), Status.REFUSED, 0, 10).toString())
                .contains("OUT_OF_REACH")
                .contains("OWNER_REFUSED")
                .contains("PLACE_UNKNOWN");
    }

    @Test
    void anIdInUseElsewhereIsRefusedWithoutShowingWhatItIs() {
        Scope county = Kept.scope(8, Kept.divisions("990102"), "LEDGER_READ", "LEDGER_EDIT");
        ImportBatch batch = imports.preview(
                county, Kept.places(dir, place("SIM-P01", "甲", ",").replace("990101", "990102")), "a");
        assertThat(imports.rows(county, batch.id(), Status.REFUSED, 0, 10).toString())
                .contains("ID_TAKEN")
                .doesNotContain("模拟镇");
    }
}
