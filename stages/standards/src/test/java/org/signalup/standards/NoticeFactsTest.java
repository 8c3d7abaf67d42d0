package org.signalup.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.standards.ProgrammeTarget.Goal;

/** What the notice says, number by number, against the shipped programme. */
class NoticeFactsTest {
    private final Programme programme = Shipped.programme();

    @ParameterizedTest(name = "{0}: {1} by 2024 and {2} by 2025, {3}")
    @CsvSource({
        "places-deep-coverage, 80000, 120000, PLACE, DEEP_COVERAGE, 深度覆盖",
        "rail-continuous, 25000, 30000, KM, CONTINUOUS_COVERAGE, 连续覆盖",
        "road-continuous, 350000, 500000, KM, CONTINUOUS_COVERAGE, 连续覆盖",
        "metro-lines-continuous, 150, 200, LINE, CONTINUOUS_COVERAGE, 连续覆盖",
        "mean-rate-dl, 200, 220, MBPS, MEAN_RATE, 下行均值接入速率不低于",
        "mean-rate-ul, 40, 45, MBPS, MEAN_RATE, 上行均值接入速率不低于",
        "rate-share, 0.90, 0.95, SHARE, RATE_SHARE, 达标速率占比不低于"
    })
    void mainTargetsAreTheNotices(
            String id,
            double by2024,
            double by2025,
            ProgrammeTarget.Unit unit,
            ProgrammeTarget.Rule rule,
            String verb) {
        ProgrammeTarget target = target(id);

        assertThat(target.goal("CN", 2024).flatMap(Goal::number)).contains(by2024);
        assertThat(target.goal("CN", 2025).flatMap(Goal::number)).contains(by2025);
        assertThat(target.unit()).isEqualTo(unit);
        assertThat(target.rule()).isEqualTo(rule);
        assertThat(target.verb()).isEqualTo(verb);
        assertThat(target.citation().mark()).isEqualTo("A");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "gov-county, , true, 信号覆盖和质量保障, COVERAGE_AND_QUALITY",
        "tour-5a, , true, 信号覆盖和应用体验提升, COVERAGE_AND_EXPERIENCE",
        "tour-museum-1, , true, 信号覆盖和应用体验提升, COVERAGE_AND_EXPERIENCE",
        "tour-4a, 3000, false, 信号覆盖和应用体验提升, COVERAGE_AND_EXPERIENCE",
        "tour-museum-2, 400, false, 信号覆盖和应用体验提升, COVERAGE_AND_EXPERIENCE",
        "med-tertiary, , true, 信号覆盖和业务保障, COVERAGE_AND_SERVICE",
        "med-secondary, 8000, false, 信号覆盖和业务保障, COVERAGE_AND_SERVICE",
        "edu-double-first-class, , true, 信号覆盖和应用体验提升, COVERAGE_AND_EXPERIENCE",
        "edu-central, , true, 信号覆盖和应用体验提升, COVERAGE_AND_EXPERIENCE",
        "edu-local, , true, 信号覆盖和应用体验提升, COVERAGE_AND_EXPERIENCE",
        "hub-airport, , true, 信号覆盖和业务保障, COVERAGE_AND_SERVICE",
        "hub-rail-station, 1500, false, 信号覆盖和业务保障, COVERAGE_AND_SERVICE",
        "hub-coach, , true, 信号覆盖和业务保障, COVERAGE_AND_SERVICE",
        "metro-stations, , true, 深度覆盖, DEEP_COVERAGE",
        "metro-lines, 200, false, 信号连续覆盖, CONTINUOUS_COVERAGE",
        "transport-points, , true, 深度覆盖, DEEP_COVERAGE",
        "transport-hsr, 30000, false, 信号连续覆盖, CONTINUOUS_COVERAGE",
        "transport-national-road, 300000, false, 信号连续覆盖, CONTINUOUS_COVERAGE",
        "transport-provincial-road, 200000, false, 信号连续覆盖, CONTINUOUS_COVERAGE",
        "shop, 0.90, false, 信号深度覆盖和业务保障, COVERAGE_AND_SERVICE",
        "res, 0.70, false, 信号覆盖和应用体验提升, COVERAGE_AND_EXPERIENCE",
        "res-new, , true, 移动网络全覆盖, DEEP_COVERAGE",
        "off, 0.60, false, 深度覆盖和体验提升, COVERAGE_AND_EXPERIENCE",
        "rural-village, , false, 信号覆盖和质量显著提升, COVERAGE_AND_QUALITY"
    })
    void subTargetsAreTheNotices(String id, Double number, boolean all, String verb, ProgrammeTarget.Rule rule) {
        Goal goal = target(id).goal("CN", 2025).orElseThrow();

        assertThat(goal.number()).isEqualTo(Optional.ofNullable(number));
        assertThat(goal.all()).isEqualTo(all);
        assertThat(target(id).verb()).isEqualTo(verb);
        assertThat(target(id).rule()).isEqualTo(rule);
    }

    @Test
    void thereAreNoOtherTargets() {
        assertThat(programme.targets()).hasSize(7 + 24);
    }

    @Test
    void elevenScenariosInTheOrderOfTheNotice() {
        assertThat(programme.scenarios().stream().map(Scenario::code))
                .containsExactly(
                        "GOV", "TOUR", "MED", "EDU", "HUB", "METRO", "TRANSPORT", "SHOP", "RES", "OFF", "RURAL");
        assertThat(programme.scenarios()).allSatisfy(s -> {
            assertThat(s.categories()).isNotEmpty();
            assertThat(s.pointKinds()).isNotEmpty();
        });
    }

    @Test
    void provincesAreRegionsAndTheDayIsChinese() {
        assertThat(programme.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(programme.rootRegion()).isEqualTo("CN");
        assertThat(programme.regions()).hasSize(1 + 31);
        assertThat(programme.regions())
                .filteredOn(r -> r.code().equals("370000"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.name().zh()).isEqualTo("山东省");
                    assertThat(r.prefix()).isEqualTo("37");
                });
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "移动, CMCC",
        "中国移动, CMCC",
        "China Mobile, CMCC",
        "460-00, CMCC",
        "46001, CUCC",
        "电信, CTCC",
        "460 11, CTCC",
        "46015, CBN",
        "广电, CBN"
    })
    void operatorsAreFoundByTheNamesOfFieldFiles(String name, String code) {
        assertThat(programme.findOperator(name).map(Operator::code)).contains(code);
    }

    @Test
    void everyNumberHasAKnownMark() {
        assertThat(programme.citations())
                .isNotEmpty()
                .allSatisfy(
                        (path, citation) -> assertThat(citation.mark()).as(path).isIn("A", "B", "C", "M", "O"));
        for (int year : List.of(2024, 2025)) {
            assertThat(Shipped.standard(year).citations()).hasSizeGreaterThan(80);
        }
    }

    @Test
    void shandongAddsItsGoalsAndItsTwoFields() {
        Programme shandong = Shipped.programme(Shipped.SHANDONG);

        assertThat(shandong.id()).isEqualTo("cn-signal-upgrade+shandong");
        assertThat(goal(shandong, "mean-rate-dl")).contains(230.0);
        assertThat(goal(shandong, "mean-rate-ul")).contains(45.0);
        assertThat(goal(shandong, "places-deep-coverage")).contains(15000.0);
        assertThat(goal(shandong, "rail-continuous")).contains(4000.0);
        assertThat(goal(shandong, "road-continuous")).contains(50000.0);
        assertThat(target(shandong, "metro-lines-continuous")
                        .goal("370000", 2025)
                        .orElseThrow()
                        .all())
                .isTrue();
        assertThat(shandong.extraFields().stream().map(Programme.ExtraField::code))
                .containsExactly("PARK", "SEA");
        assertThat(shandong.scenarios()).hasSize(13);
        assertThat(target(shandong, "mean-rate-dl").goal("CN", 2025).flatMap(Goal::number))
                .contains(220.0);
    }

    @Test
    void dakarReplacesOperatorsRegionsAndGoals() {
        Programme dakar = Shipped.programme(Shipped.DAKAR);

        assertThat(dakar.zone()).isEqualTo(ZoneId.of("Africa/Dakar"));
        assertThat(dakar.obligedOperators()).contains(List.of("ORANGE", "YAS", "EXPRESSO"));
        assertThat(dakar.findOperator("expresso").map(Operator::code)).contains("EXPRESSO");
        assertThat(dakar.findOperator("60802").map(Operator::code)).contains("YAS");
        assertThat(dakar.findOperator("移动")).isEmpty();
        assertThat(dakar.regions().stream().map(Programme.Region::code)).containsExactly("SN", "SN-DK");
        assertThat(dakar.targets()).allSatisfy(t -> assertThat(t.goals()).isEmpty());
        assertThat(dakar.scenarios()).hasSize(11);
    }

    @Test
    void standardsHoldTheRatesOfTheirYear() {
        assertThat(Shipped.standard(2024).rates().targetShare()).isEqualTo(0.90);
        assertThat(Shipped.standard(2025).rates().targetShare()).isEqualTo(0.95);
        assertThat(Shipped.standard(2025).status()).isEqualTo(Standard.Status.PROPOSAL);
        assertThat(Shipped.standard(2025).pointRule("RES", "LIFT").targetShare())
                .isEqualTo(0.90);
        assertThat(StandardCheck.problems(Shipped.standard(2025), "x", programme))
                .isEmpty();
        assertThat(Set.copyOf(Standards.ids(List.of(Shipped.PROGRAMME_DIR))))
                .containsExactlyInAnyOrder("signal-upgrade-2024", "signal-upgrade-2025");
    }

    private ProgrammeTarget target(String id) {
        return target(programme, id);
    }

    private static ProgrammeTarget target(Programme programme, String id) {
        return programme.targets().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Double> goal(Programme programme, String id) {
        return target(programme, id).goal("370000", 2025).flatMap(Goal::number);
    }
}
