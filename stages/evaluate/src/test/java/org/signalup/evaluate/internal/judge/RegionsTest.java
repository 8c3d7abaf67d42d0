package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Text;
import org.signalup.ledger.Ledger.Division;
import org.signalup.standards.Citation;
import org.signalup.standards.Programme;
import org.signalup.standards.Programme.Region;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Goal;
import org.signalup.standards.ProgrammeTarget.Rule;
import org.signalup.standards.ProgrammeTarget.Unit;

class RegionsTest {
    @Test
    void aCountyCountsInItsProvinceAndInRegionsWithAGoal() {
        Regions regions = new Regions(
                programme("CN", List.of(), List.of(target(Unit.PLACE, Rule.DEEP_COVERAGE, goal("370200", 9.0)))),
                List.of(),
                List.of("370211", "110101", ""));
        assertThat(regions.codes()).containsExactly("110000", "370000", "370200", "CN");
        assertThat(regions.of("370211")).containsExactly("370000", "370200", "CN");
        assertThat(regions.of("370983")).containsExactly("370000", "CN");
        assertThat(regions.of("370211001002")).containsExactly("370000", "370200", "CN");
        assertThat(regions.of("")).containsExactly("CN");
    }

    @Test
    void otherCodesCountInTheirTopmostAncestorOrDeclaredRegion() {
        Programme programme = programme("SN", List.of(new Region("SN-DK", Text.same("Dakar"), "SN-DK")), List.of());
        Regions regions = new Regions(
                programme,
                List.of(
                        new Division("TH-1", "Thiès ville", Optional.of("TH")),
                        new Division("TH", "Thiès", Optional.of("SN"))),
                List.of("SN-DK-07", "TH-1", "ZG"));
        assertThat(regions.codes()).containsExactly("SN", "SN-DK", "TH", "ZG");
        assertThat(regions.of("SN-DK-07")).containsExactly("SN", "SN-DK");
        assertThat(regions.of("TH-1")).containsExactly("SN", "TH");
        assertThat(regions.of("ZG")).containsExactly("SN", "ZG");
    }

    static Goal goal(String region, Double number) {
        return new Goal(region, 2025, Optional.ofNullable(number), number == null, Optional.empty());
    }

    static ProgrammeTarget target(Unit unit, Rule rule, Goal... goals) {
        return new ProgrammeTarget(
                "t",
                Text.same("t"),
                unit,
                "",
                rule,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                List.of(goals),
                (Citation) null);
    }

    static Programme programme(String root, List<Region> regions, List<ProgrammeTarget> targets) {
        return new Programme(
                "p",
                Text.same("p"),
                ZoneId.of("Asia/Shanghai"),
                root,
                List.of(),
                List.of(),
                List.of(),
                regions,
                targets,
                List.of(),
                "");
    }
}
