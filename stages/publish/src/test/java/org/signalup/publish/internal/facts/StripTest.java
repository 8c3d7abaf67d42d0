package org.signalup.publish.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.signalup.domain.Verdict;
import org.signalup.publish.internal.facts.Strip.Share;

class StripTest {
    @Test
    void a_short_line_has_a_column_for_each_bin() {
        assertThat(new Strip(1_000_000, 100_000).columns()).isEqualTo(10);
    }

    @Test
    void a_long_line_has_no_more_columns_than_can_be_told_apart() {
        assertThat(new Strip(500_000_000, 100_000).columns()).isEqualTo(Strip.COLUMNS);
    }

    @Test
    void a_column_is_divided_by_length() {
        Strip strip = new Strip(2_400_000, 2_000);
        strip.add(0, 3_000, Verdict.PASS);
        strip.add(3_000, 4_000, Verdict.FAIL);
        assertThat(strip.top(0, Share.PASS)).isEqualTo(75);
        assertThat(strip.bottom(0, Share.FAIL)).isEqualTo(75);
        assertThat(strip.top(0, Share.FAIL)).isEqualTo(100);
    }

    @Test
    void a_bin_across_two_columns_counts_in_both() {
        Strip strip = new Strip(200, 100);
        strip.add(50, 150, Verdict.RETEST);
        assertThat(strip.top(0, Share.RETEST)).isEqualTo(100);
        assertThat(strip.same(0, 1)).isTrue();
    }

    @Test
    void a_column_without_a_bin_stays_empty() {
        assertThat(new Strip(200, 100).top(1, Share.OPEN)).isZero();
    }
}
