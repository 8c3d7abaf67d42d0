package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RandomWorldTest {
    @Test
    void the_same_seed_makes_the_same_world() {
        assertThat(RandomWorld.of(7)).isEqualTo(RandomWorld.of(7));
        assertThat(RandomWorld.of(7).rows()).isNotEqualTo(RandomWorld.of(8).rows());
    }

    @Test
    void every_row_has_the_columns_of_the_header() {
        for (long seed = 1; seed <= 5; seed++) {
            RandomWorld world = RandomWorld.of(seed);
            assertThat(world.rows()).hasSizeGreaterThan(300);
            assertThat(world.rows())
                    .allSatisfy((List<String> row) -> assertThat(row).hasSameSizeAs(RandomWorld.columns()));
        }
    }
}
