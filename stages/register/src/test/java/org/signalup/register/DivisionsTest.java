package org.signalup.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Problem;
import org.signalup.domain.Reach;
import org.signalup.domain.RefusedException;
import org.signalup.store.Scope;

/** Codes of divisions with the days they are valid. */
class DivisionsTest {
    private final LocalDate today = LocalDate.now(Kept.PROGRAMME.zone());

    @TempDir
    Path dir;

    private final Divisions divisions = new Divisions(Kept.store());
    private final Scope keeper = Kept.scope(7, Reach.EVERYTHING, "LEDGER_READ", "LEDGER_EDIT", "LEDGER_FREEZE");

    private Path table(String... rows) throws IOException {
        return Files.writeString(
                dir.resolve("divisions.csv"),
                "代码,名称,上级,生效日期,失效日期\n" + String.join("\n", rows) + "\n",
                StandardCharsets.UTF_8);
    }

    private List<String> listed(String prefix, Optional<LocalDate> on) {
        return divisions.list(keeper, prefix, on, "", 100).stream()
                .map(division -> division.code() + " " + division.name())
                .toList();
    }

    private static String code(RefusedException refused) {
        return refused.problems().stream().map(Problem::code).findFirst().orElse("");
    }

    @Test
    void aCodeMeansOneThingOnOneDay() throws IOException {
        Path file = table("910101,旧名,910100,,2019-12-31", "910101,新名,910100,2020-01-01,", "910100,市,,,");
        assertThat(divisions.put(keeper, file, "国标")).isEqualTo(new Divisions.Applied(3, 0, 0));
        assertThat(divisions.put(keeper, file, "再来一次")).isEqualTo(new Divisions.Applied(0, 0, 3));
        assertThat(listed("9101", Optional.of(LocalDate.of(2018, 6, 1)))).containsExactly("910100 市", "910101 旧名");
        assertThat(listed("9101", Optional.of(LocalDate.of(2020, 1, 1)))).containsExactly("910100 市", "910101 新名");
        assertThat(listed("9101", Optional.empty())).hasSize(3);
        assertThat(divisions.names(keeper, LocalDate.of(2019, 12, 31))).contains(Map.entry("910101", "旧名"));
        Path renamed = table("910101,更新的名,910100,2020-01-01,");
        assertThat(divisions.put(keeper, renamed, "更名")).isEqualTo(new Divisions.Applied(0, 1, 0));
    }

    @Test
    void aTableThatSaysTwoThingsOfOneDayIsRefusedAsAWhole() throws IOException {
        divisions.put(keeper, table("910201,甲,,,2020-12-31"), "");
        Path inItself = table("910202,乙,,,", "910203,丙,,2020-01-01,", "910203,丁,,2021-01-01,");
        assertThatThrownBy(() -> divisions.put(keeper, inItself, ""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(code(refused)).isEqualTo("ID_TWICE"));
        Path withWhatIsThere = table("910202,乙,,,", "910201,又一个,,2020-06-01,");
        assertThatThrownBy(() -> divisions.put(keeper, withWhatIsThere, ""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(code(refused)).isEqualTo("DIVISION_TWICE"));
        Path backwards = table("910204,戊,,2021-01-01,2020-01-01");
        assertThatThrownBy(() -> divisions.put(keeper, backwards, ""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(code(refused)).isEqualTo("DATE_ORDER"));
        assertThat(listed("9102", Optional.empty())).containsExactly("910201 甲");
    }

    @Test
    void placesFollowACodeThatIsReplaced() throws IOException {
        divisions.put(keeper, table("910301,老县,910300,,"), "");
        RegisterChanges changes = new RegisterChanges(Kept.store(), Kept.PROGRAMME);
        Register register = new Register(Kept.store(), Kept.PROGRAMME);
        changes.add(keeper, Subject.PLACE, place("DIV-1", "910301"), "");
        changes.add(keeper, Subject.PLACE, place("DIV-2", "910399"), "");
        EntryQuery expired = new EntryQuery(Subject.PLACE, "", "9103", "", 0, "", "", "expired", "", "", "", 100);
        assertThat(register.list(keeper, expired).items()).extracting(Entry::id).containsExactly("DIV-2");
        Division fresh = new Division("910311", "新区", "910300", Optional.of(today.minusDays(3)), Optional.empty(), 0);
        assertThat(divisions.replace(keeper, "910301", fresh, "撤县设区")).isEqualTo(1);
        assertThat(register.find(keeper, Subject.PLACE, "DIV-1").orElseThrow().text("division_code"))
                .isEqualTo("910311");
        assertThat(changes.history(keeper, Subject.PLACE, "DIV-1").get(0).reason())
                .isEqualTo("撤县设区");
        assertThat(listed("9103", Optional.of(today))).containsExactly("910311 新区");
        assertThat(listed("9103", Optional.of(today.minusDays(4)))).containsExactly("910301 老县");
        assertThatThrownBy(() -> divisions.replace(keeper, "910301", fresh, "再来"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(code(refused)).isEqualTo("DIVISION_UNKNOWN"));
        Path out = dir.resolve("exported");
        new LedgerExport(Kept.store()).write(keeper, out, List.of());
        assertThat(out.resolve("divisions.csv"))
                .content(StandardCharsets.UTF_8)
                .startsWith("code,name,parent,valid_from,valid_to\n")
                .contains("910301,老县,910300,," + today.minusDays(4) + "\n")
                .contains("910311,新区,910300," + today.minusDays(3) + ",\n");
    }

    private static Map<String, String> place(String id, String division) {
        return Map.of(
                "place_id",
                id,
                "name",
                id,
                "scenario",
                "GOV",
                "division_code",
                division,
                "lon",
                "117",
                "lat",
                "36.6",
                "crs",
                "WGS84");
    }

    @Test
    void onlyWhoKeepsTheBaselineOfADivisionChangesItsCodes() throws IOException {
        Scope city = Kept.scope(9, Kept.divisions("9104"), "LEDGER_READ", "LEDGER_FREEZE");
        divisions.put(city, table("910401,自己的,,,"), "");
        Path foreign = table("910402,自己的,,,", "910501,别人的,,,");
        assertThatThrownBy(() -> divisions.put(city, foreign, ""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(code(refused)).isEqualTo("OUT_OF_REACH"));
        Scope editor = Kept.scope(10, Kept.divisions("9104"), "LEDGER_READ", "LEDGER_EDIT");
        Path own = table("910403,自己的,,,");
        assertThatThrownBy(() -> divisions.put(editor, own, "")).isInstanceOf(RefusedException.class);
        assertThat(listed("9104", Optional.empty())).containsExactly("910401 自己的");
    }
}
