package org.signalup.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.domain.LineKind;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;

class ReadersTest {
    @TempDir
    Path dir;

    @Test
    void anOverlayReplacesAddsAndSetsABase() throws IOException {
        overlay("""
                id: test
                sources: {plan: {zh: "计划", en: "plan"}}
                scenarios:
                  - {code: GOV, name: {zh: "政务", en: "offices"}, categories: [{code: COUNTY_PLUS, name: {zh: "县级", en: "county"}}], point_kinds: [HALL]}
                  - {code: SCHOOL, name: {zh: "学校", en: "schools"}, categories: [], point_kinds: [HALL]}
                goals:
                  - {target: rail-continuous, region: "330000", year: 2025, number: 2800, base: 1000, source: plan, mark: B}
                obliged_operators: [CMCC, CBN]
                """);

        Programme programme = Shipped.programme(dir);

        assertThat(programme.findScenario("GOV").orElseThrow().name().zh()).isEqualTo("政务");
        assertThat(programme.scenarios().get(0).code()).isEqualTo("GOV");
        assertThat(programme.scenarios()).hasSize(12);
        assertThat(programme.obligedOperators()).contains(List.of("CMCC", "CBN"));
        ProgrammeTarget.Goal goal =
                programme.targets().get(1).goal("330000", 2025).orElseThrow();
        assertThat(goal.base()).contains(1000.0);
        assertThat(programme.citations().get("test:goals[0]").title().zh()).isEqualTo("计划");
        assertThat(programme.digest()).isNotEqualTo(Shipped.programme().digest());
    }

    @Test
    void problemsOfTheOverlayNameItsFileAndAreToldTogether() throws IOException {
        overlay("""
                id: test
                scenarios:
                  - {code: SCHOOL, name: {zh: "学校", en: "schools"}, categories: [], point_kinds: [CLASSROM]}
                operators:
                  - {code: X, name: {zh: "某", en: "some"}, plmns: ["46000"], aliases: []}
                goals:
                  - {target: rail, region: CN, year: 2025, number: 1, source: notice, mark: A}
                  - {target: rate-share, region: "990000", year: 2025, number: 95, source: notice, mark: A}
                zone: Asia/Peking
                """);

        List<Problem> problems = refusal();

        assertThat(problems).allSatisfy(p -> assertThat(p.file()).endsWith("programme.yml"));
        assertThat(problems)
                .extracting(p -> p.column() + " " + p.value() + " " + p.code())
                .contains(
                        "scenarios[0].point_kinds CLASSROM PROGRAMME_UNKNOWN_NAME",
                        "operators[0].plmns 46000 PROGRAMME_AMBIGUOUS",
                        "goals[0].target rail PROGRAMME_UNKNOWN_NAME",
                        "zone Asia/Peking PROGRAMME_ZONE");
        assertThat(problems).extracting(Problem::code).contains("PROGRAMME_TARGET");
        assertThat(problems)
                .filteredOn(p -> p.column().startsWith("scenarios"))
                .singleElement()
                .satisfies(p -> assertThat(p.row()).isEqualTo(3));
    }

    @Test
    void theSameCodeTwiceInAFileIsAProblem() throws IOException {
        overlay("""
                id: test
                regions:
                  - {code: X1, name: {zh: "甲", en: "one"}, prefix: "99"}
                  - {code: X1, name: {zh: "乙", en: "two"}, prefix: "98"}
                """);

        assertThat(refusal()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("PROGRAMME_DUPLICATE");
            assertThat(p.row()).isEqualTo(4);
        });
    }

    @Test
    void aMissingProgrammeIsSaidWithItsPath() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> ProgrammeReader.read(dir.resolve("none"), List.of()));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("FILE_MISSING"));
    }

    @Test
    void anUnknownStandardListsTheKnownOnes() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> Standards.find("signal-upgrade-2052", List.of(dir, Shipped.PROGRAMME_DIR)));

        assertThat(refused.problems().get(0).line(Language.EN))
                .contains("expected: one of signal-upgrade-2024 signal-upgrade-2025; signal-upgrade-202");
    }

    @Test
    void anIdCannotLeaveTheFolder() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> Standards.find("../programme", List.of(Shipped.PROGRAMME_DIR)));

        assertThat(refused.problems().get(0).code()).isEqualTo("STANDARD_UNKNOWN");
    }

    @Test
    void aStandardOfAnOverlayComesFirst() throws IOException {
        Path standards = Files.createDirectories(dir.resolve("standards"));
        Path own = standards.resolve("signal-upgrade-2025.yml");
        Files.writeString(own, shipped());

        assertThat(Standards.locate("signal-upgrade-2025", List.of(dir, Shipped.PROGRAMME_DIR)))
                .isEqualTo(own);
        assertThat(Standards.locate(own.toString(), List.of())).isEqualTo(own);
    }

    @Test
    void nonsenseIsRefusedWithItsLine() throws IOException {
        Path file = dir.resolve("odd.yml");
        String odd = shipped()
                .replace("slot_minutes: {value: 30,", "slot_minutes: {value: 35,")
                .replace("{value: [0, 60, 70, 80, 90],", "{value: [0, 60, 70, 70, 90],")
                .replace("kinds: [WATER]", "kinds: [RAIL]")
                .replace("target_method: USER_APP", "target_method: USER_AP")
                .replaceFirst("rsrp_dbm: -105", "rsrp_dbm: 105");
        Files.writeString(file, odd);

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> StandardReader.read(file));

        assertThat(refused.problems())
                .extracting(Problem::column)
                .containsExactlyInAnyOrder(
                        "statistics.slot_minutes",
                        "stars.cuts",
                        "line_rules",
                        "rates.target_method",
                        "point_rules[0].limits.5G.rsrp_dbm");
        assertThat(refused.problems())
                .allSatisfy(p -> assertThat(odd.split("\n")[(int) p.row() - 1])
                        .contains(p.column().replaceAll(".*\\.", "").replace("rsrp_dbm", "rsrp_dbm: 105")));
    }

    @Test
    void aShareBeyondOneIsRefused() throws IOException {
        Path file = dir.resolve("odd.yml");
        Files.writeString(file, shipped().replaceFirst("target_share: \\{value: 0.95", "target_share: {value: 95"));

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> StandardReader.read(file));

        assertThat(refused.problems()).singleElement().satisfies(p -> {
            assertThat(p.column()).isEqualTo("point_rules[0].target_share.value");
            assertThat(p.message().en()).contains("a number from 0 to 1");
        });
    }

    @Test
    void namesTheProgrammeDoesNotKnowAreFound() throws IOException {
        Path file = dir.resolve("odd.yml");
        Files.writeString(file, shipped().replace("scenarios: [RURAL]", "scenarios: [RULAR]"));
        Standard standard = StandardReader.read(file);

        assertThat(StandardCheck.problems(standard, file.toString(), Shipped.programme()))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.value()).isEqualTo("RULAR");
                    assertThat(p.message().en()).contains("RURAL");
                    assertThat(p.row()).isPositive();
                });
    }

    @Test
    void theShippedStandardHoldsTheDesignsNumbers() {
        Standard standard = Shipped.standard(2025);

        assertThat(standard.statistics()).isEqualTo(new Standard.Statistics(0.95, 0.3, 30, 2, 2, 0.05));
        assertThat(standard.matching().maxAccuracyM()).isEqualTo(50);
        assertThat(standard.lineRule(LineKind.ROAD, "").byPosition()).isTrue();
        assertThat(standard.lineRule(LineKind.ROAD, "").bufferM()).isEqualTo(50);
        assertThat(standard.lineRule(LineKind.RAIL, "").byPosition()).isFalse();
        assertThat(List.of(LineKind.ROAD, LineKind.RAIL, LineKind.METRO, LineKind.WATER).stream()
                        .map(kind -> standard.lineRule(kind, "").binLengthM()))
                .containsExactly(100.0, 200.0, 50.0, 100.0);
        assertThat(standard.stars().weightsOf("ROAD")).containsEntry(Standard.Part.COVERAGE, 55.0);
        assertThat(standard.stars().weightsOf("GOV")).containsEntry(Standard.Part.COVERAGE, 40.0);
    }

    private void overlay(String text) throws IOException {
        Files.writeString(dir.resolve("programme.yml"), text);
    }

    private List<Problem> refusal() {
        return catchThrowableOfType(RefusedException.class, () -> Shipped.programme(dir))
                .problems();
    }

    private static String shipped() throws IOException {
        return Files.readString(Shipped.PROGRAMME_DIR.resolve("standards/signal-upgrade-2025.yml"));
    }
}
