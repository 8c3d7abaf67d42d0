package org.signalup.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Reach;
import org.signalup.domain.RefusedException;
import org.signalup.register.ImportBatch.Status;
import org.signalup.register.PendingChange.Action;
import org.signalup.register.PendingChange.State;
import org.signalup.store.Scope;
import org.signalup.store.Store;

class BaselineTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private final Store store = Kept.store();
    private final RegisterChanges changes = new RegisterChanges(store, Kept.PROGRAMME);
    private final Register register = new Register(store, Kept.PROGRAMME);
    private final Baselines baselines = new Baselines(store, Kept.PROGRAMME.zone());
    private final PendingChanges pending = new PendingChanges(store, Kept.PROGRAMME);
    private final Scope first = manager(21);
    private final Scope second = manager(22);

    private static Scope manager(long account) {
        return Kept.scope(account, Reach.EVERYTHING, "LEDGER_READ", "LEDGER_EDIT", "LEDGER_FREEZE");
    }

    private void place(String id, String division, int points) {
        changes.add(
                first,
                Subject.PLACE,
                Map.of(
                        "place_id",
                        id,
                        "scenario",
                        "RES",
                        "division_code",
                        division,
                        "lon",
                        "102.3",
                        "lat",
                        "40.6",
                        "crs",
                        "WGS84"),
                "");
        for (int point = 1; point <= points; point++) {
            changes.add(
                    first, Subject.KEY_POINT, Map.of("point_id", id + "-" + point, "place_id", id, "kind", "LIFT"), "");
        }
    }

    @Test
    void whatIsFrozenLeavesTheLedgerOnlyWhenASecondPersonAgrees() {
        place("BL-1", "650101", 2);
        Baseline baseline = baselines.freeze(first, "2025 年中", "6501", "", DAY);
        assertThat(baseline.places()).isEqualTo(1);
        assertThat(baseline.points()).isEqualTo(2);
        assertThat(baselines.holds(first, Subject.KEY_POINT, "BL-1-1")).isTrue();
        assertThatThrownBy(() -> changes.remove(first, Subject.PLACE, "BL-1", 1, "不想测"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("second person");
        long asked = pending.ask(first, Subject.PLACE, "BL-1", Action.REMOVE, "", "已拆除");
        assertThatThrownBy(() -> pending.confirm(first, asked, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("somebody else");
        Scope editor = Kept.scope(23, Reach.EVERYTHING, "LEDGER_READ", "LEDGER_EDIT");
        assertThatThrownBy(() -> pending.confirm(editor, asked, "")).isInstanceOf(RefusedException.class);
        assertThat(register.find(first, Subject.PLACE, "BL-1")).isPresent();
        pending.confirm(second, asked, "核实无误");
        assertThat(register.find(first, Subject.PLACE, "BL-1")).isEmpty();
        assertThat(pending.find(first, asked).orElseThrow().state()).isEqualTo(State.CONFIRMED);
        assertThat(changes.history(first, Subject.PLACE, "BL-1").get(0).reason())
                .contains("已拆除")
                .contains("账号21");
    }

    @Test
    void noStatementGetsAroundTheSecondPerson() {
        place("BL-2", "650201", 1);
        baselines.freeze(first, "2025 年中", "6502", "RES", DAY);
        long asked = pending.ask(first, Subject.PLACE, "BL-2", Action.REMOVE, "", "已拆除");
        assertThatThrownBy(() -> store.change(
                        first,
                        client -> client.sql(
                                        "update pending_change set state = 'CONFIRMED', decided_by = 22 where change_id = "
                                                + asked)
                                .update()))
                .hasStackTraceContaining("needs a second person");
        assertThatThrownBy(() -> store.change(
                        first,
                        client -> client.sql("delete from key_point where place_id = 'BL-2'")
                                .update()))
                .hasStackTraceContaining("frozen");
        assertThatThrownBy(() -> changes.edit(first, Subject.PLACE, "BL-2", 1, Map.of("scenario", "OFF"), ""))
                .isInstanceOf(RefusedException.class);
        int gone =
                store.change(first, client -> client.sql("delete from baseline").update());
        assertThat(gone).isZero();
    }

    @Test
    void noMoreIsExemptThanTheProgrammeAllows() {
        place("BL-3", "650301", 12);
        baselines.freeze(first, "2025 年中", "6503", "", DAY);
        assertThatThrownBy(() -> changes.edit(first, Subject.KEY_POINT, "BL-3-1", 1, Map.of("exempt_reason", "施工"), ""))
                .isInstanceOf(RefusedException.class);
        long one = pending.ask(first, Subject.KEY_POINT, "BL-3-1", Action.EXEMPT, "施工", "电梯停用");
        pending.confirm(second, one, "");
        assertThat(register.find(first, Subject.KEY_POINT, "BL-3-1")
                        .orElseThrow()
                        .text("exempt_reason"))
                .isEqualTo("施工");
        assertThatThrownBy(() -> pending.ask(first, Subject.KEY_POINT, "BL-3-2", Action.EXEMPT, "施工", "电梯停用"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("at most 10%");
    }

    @Test
    void anImportCannotExemptWhatIsFrozen(@TempDir Path dir) {
        place("BL-4", "650401", 1);
        baselines.freeze(first, "2025 年中", "6504", "", DAY);
        Kept.points(dir, "BL-4-1,BL-4,,LIFT,,,,施工,");
        Imports imports = new Imports(store, Kept.PROGRAMME);
        ImportBatch batch = imports.preview(first, dir, "a");
        assertThat(imports.rows(first, batch.id(), Status.REFUSED, 0, 9).toString())
                .contains("FROZEN");
    }

    @Test
    void aFrozenKeyPointIsNotGivenToAnotherPlace(@TempDir Path dir) {
        place("BL-7", "650801", 2);
        place("BL-8", "650801", 1);
        baselines.freeze(first, "2025 年中", "6508", "RES", DAY);
        assertThatThrownBy(() -> changes.edit(first, Subject.KEY_POINT, "BL-7-1", 1, Map.of("place_id", "BL-8"), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("second person");
        Kept.points(dir, "BL-7-2,BL-8,,LIFT,,,,,");
        Imports imports = new Imports(store, Kept.PROGRAMME);
        ImportBatch batch = imports.preview(first, dir, "a");
        assertThat(imports.rows(first, batch.id(), Status.REFUSED, 0, 9).toString())
                .contains("FROZEN");
        changes.edit(first, Subject.KEY_POINT, "BL-7-1", 1, Map.of("name", "东梯"), "");
    }

    @Test
    void nothingIsFrozenOrReportedDoneOnADayToCome() {
        place("BL-9", "650901", 0);
        LocalDate tomorrow = LocalDate.now(Kept.PROGRAMME.zone()).plusDays(1);
        assertThatThrownBy(() -> baselines.freeze(first, "明年", "6509", "", tomorrow))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not after today");
        Scope mobile = Kept.scope(32, Reach.EVERYTHING, "LEDGER_READ", "DONE_CLAIM");
        Claims claims = new Claims(store, Kept.PROGRAMME);
        assertThatThrownBy(() -> claims.state(mobile, Subject.PLACE, "BL-9", "CMCC", tomorrow, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not after today");
    }

    @Test
    void whatCameAfterTheBaselineMayGoAgain() {
        place("BL-5", "650501", 0);
        baselines.freeze(first, "2025 年中", "6505", "", DAY);
        place("BL-6", "650501", 1);
        changes.remove(first, Subject.PLACE, "BL-6", 1, "录重了");
        assertThat(register.find(first, Subject.PLACE, "BL-6")).isEmpty();
    }

    @Test
    void anOperatorClaimsForItselfAndOthersSeeIt() {
        place("CL-1", "650601", 0);
        Claims claims = new Claims(store, Kept.PROGRAMME);
        Scope mobile = Kept.scope(
                31,
                new Reach(Optional.of(Set.of("65")), Optional.empty(), Optional.of(Set.of("CMCC")), Optional.empty()),
                "LEDGER_READ",
                "DONE_CLAIM");
        Claim claim = claims.state(mobile, Subject.PLACE, "CL-1", "中国移动", DAY, "室分已开通");
        assertThat(claim.operator()).isEqualTo("CMCC");
        assertThatThrownBy(() -> claims.state(mobile, Subject.PLACE, "CL-1", "CUCC", DAY, ""))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> claims.state(mobile, Subject.PLACE, "CL-1", "CMCC", DAY, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("withdraw");
        assertThatThrownBy(() -> claims.state(first, Subject.PLACE, "CL-1", "CUCC", DAY, ""))
                .isInstanceOf(RefusedException.class);
        assertThat(claims.of(first, Subject.PLACE, "CL-1")).hasSize(1);
        EntryQuery claimed = new EntryQuery(Subject.PLACE, "", "6506", "", 0, "yes", "", "", "", "", "", 9);
        assertThat(register.list(first, claimed).items()).hasSize(1);
        claims.withdraw(mobile, claim.id(), "又坏了");
        assertThat(register.list(first, claimed).items()).isEmpty();
    }

    @Test
    void kindsAPlaceLacksAreMissingUntilDeclaredAbsent() {
        place("MK-1", "650701", 1);
        ExpectedKinds kinds = new ExpectedKinds(store, Kept.PROGRAMME);
        List<ExpectedKinds.Expected> expected = kinds.of(first, "MK-1", "RES");
        assertThat(expected.stream().filter(ExpectedKinds.Expected::missing).map(ExpectedKinds.Expected::kind))
                .containsExactly("ACTIVITY_CENTRE", "LIVING_SHOP", "UNDERGROUND_PARKING");
        EntryQuery lacking = new EntryQuery(Subject.PLACE, "RES", "6507", "", 0, "", "yes", "", "", "", "", 9);
        assertThat(register.list(first, lacking).items()).hasSize(1);
        for (String kind : List.of("ACTIVITY_CENTRE", "LIVING_SHOP", "UNDERGROUND_PARKING")) {
            kinds.declareAbsent(first, "MK-1", kind, "老旧小区没有");
        }
        assertThat(register.list(first, lacking).items()).isEmpty();
    }

    @Test
    void aBaseFigureHasASourceAndIsNotOverwrittenUnseen() {
        BaseFigures figures = new BaseFigures(store, Kept.PROGRAMME);
        Scope department = Kept.scope(41, Kept.divisions("65"), "LEDGER_READ", "BASE_FIGURE_EDIT");
        BaseFigure stated =
                figures.put(department, new BaseFigure(0, "650000", "RES", "res", 12000, "住建厅 2024 年报", DAY, "", 0));
        assertThat(stated.version()).isEqualTo(1);
        figures.put(department, new BaseFigure(0, "650000", "RES", "res", 12100, "住建厅更正", DAY, "", 1));
        assertThatThrownBy(() ->
                        figures.put(department, new BaseFigure(0, "650000", "RES", "res", 12200, "另一处", DAY, "", 1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("meanwhile");
        assertThatThrownBy(
                        () -> figures.put(department, new BaseFigure(0, "650000", "RES", "res", -1, "住建厅", DAY, "", 2)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("at least 0");
        assertThatThrownBy(
                        () -> figures.put(department, new BaseFigure(0, "370000", "RES", "res", 1, "别省", DAY, "", 0)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aViewIsOnesOwn() {
        SavedViews views = new SavedViews(store);
        views.save(first, "缺点位的", "missing=yes");
        assertThat(views.list(first)).extracting(SavedViews.SavedView::name).containsExactly("缺点位的");
        assertThat(views.list(second)).isEmpty();
    }
}
