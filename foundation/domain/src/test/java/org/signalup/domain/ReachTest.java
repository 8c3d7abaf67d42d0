package org.signalup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static Reach of(Set<String> divisions, Set<String> operators) {
        return new Reach(
                Optional.ofNullable(divisions), Optional.empty(), Optional.ofNullable(operators), Optional.empty());
    }

    @Test
    void aReachHoldsAnotherThatIsAsNarrowInEveryLimit() {
        Reach province = of(Set.of("37"), null);
        assertThat(Reach.EVERYTHING.holds(province)).isTrue();
        assertThat(province.holds(Reach.EVERYTHING)).isFalse();
        assertThat(province.holds(of(Set.of("3701", "3702"), Set.of("CMCC")))).isTrue();
        assertThat(province.holds(of(Set.of("3701", "11"), null))).isFalse();
        assertThat(of(Set.of("37"), Set.of("CMCC")).holds(province)).isFalse();
        assertThat(province.holds(Reach.NOTHING)).isTrue();
    }

    @Test
    void whatLiesWithinBothIsTheLongerPrefixAndTheCommonOperator() {
        Reach both = of(Set.of("37", "1101"), null).and(of(Set.of("3702", "11"), Set.of("CMCC")));
        assertThat(both).isEqualTo(of(Set.of("3702", "1101"), Set.of("CMCC")));
        assertThat(of(Set.of("37"), null).and(of(Set.of("11"), null)).divisions())
                .contains(Set.of());
        assertThat(Reach.EVERYTHING.and(both)).isEqualTo(both);
    }
}
