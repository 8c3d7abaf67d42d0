package org.signalup.publish.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.signalup.publish.Format;

class FormatTest {
    @Test
    void shares_are_cut_never_rounded_up() {
        assertThat(Format.percent(0.94999)).isEqualTo("94.9 %");
        assertThat(Format.percent(0.95)).isEqualTo("95.0 %");
        assertThat(Format.percent(0.29)).isEqualTo("29.0 %");
        assertThat(Format.percent(1)).isEqualTo("100.0 %");
    }

    @Test
    void unknown_is_a_dash_and_never_zero() {
        assertThat(Format.percent(OptionalDouble.empty())).isEqualTo(Format.NONE);
        assertThat(Format.percents(OptionalDouble.of(0.5), OptionalDouble.empty()))
                .isEqualTo(Format.NONE);
    }

    @Test
    void a_chainage_reads_as_on_road_signs() {
        assertThat(Format.chainage(12_300_000)).isEqualTo("K12+300");
        assertThat(Format.chainage(999_600)).isEqualTo("K1+000");
    }

    @Test
    void amounts_show_a_decimal_only_where_there_is_one() {
        assertThat(Format.amount(120_000)).isEqualTo("120,000");
        assertThat(Format.amount(12.34)).isEqualTo("12.3");
    }

    @Test
    void kilometres_are_rounded_so_that_a_line_is_as_long_everywhere() {
        assertThat(Format.amount(5.998)).isEqualTo("6.0");
        assertThat(Format.amount(23.95)).isEqualTo("24.0");
    }

    @Test
    void lengths_choose_their_unit() {
        assertThat(Format.length(300_000)).isEqualTo("300 m");
        assertThat(Format.length(2_700_000)).isEqualTo("2.70 km");
    }
}
