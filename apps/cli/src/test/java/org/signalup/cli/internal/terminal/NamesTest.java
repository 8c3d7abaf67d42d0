package org.signalup.cli.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void whatStandsBesideAVerdictIsNeverRoundedUp() {
        assertThat(Names.number(OptionalDouble.of(0.9499), "SHARE")).isEqualTo("94.9%");
        assertThat(Names.number(OptionalDouble.of(0.29), "PLACE_SHARE")).isEqualTo("29.0%");
        assertThat(Names.number(OptionalDouble.of(219.99), "MBPS")).isEqualTo("219.9");
    }

    @Test
    void kilometresAreRounded() {
        assertThat(Names.number(OptionalDouble.of(5.998), "KM")).isEqualTo("6.0");
        assertThat(Names.number(OptionalDouble.of(30_000), "KM")).isEqualTo("30,000");
    }
}
