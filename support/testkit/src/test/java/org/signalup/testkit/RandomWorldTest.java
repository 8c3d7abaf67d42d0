package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Period;

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

    @Test
    void forty_worlds_meet_every_verdict_and_grade_of_points_places_bins_and_lines() {
        Map<String, Integer> met = new TreeMap<>();
        for (long seed = 1; seed <= 40; seed++) {
            RandomWorld world = RandomWorld.of(seed);
            ReferenceResult result = new ReferenceEvaluator(
                            world.programme(), world.standard(), world.ledger(), Period.ALL)
                    .evaluate(world.samples());
            result.points().forEach(row -> met.merge("point " + row.verdict() + row.evidence(), 1, Integer::sum));
            result.places().forEach(row -> met.merge("place " + row.verdict() + row.evidence(), 1, Integer::sum));
            result.bins().forEach(row -> met.merge("bin " + row.verdict() + row.evidence(), 1, Integer::sum));
            result.lines().forEach(row -> met.merge("line " + row.verdict() + row.evidence(), 1, Integer::sum));
            result.rejects().forEach(row -> met.merge("reject " + row.code(), 1, Integer::sum));
            met.merge("thinned", (int) result.thinned(), Integer::sum);
            met.merge("unmatched", (int) result.unmatched(), Integer::sum);
            met.merge("no sinr", (int) result.noSinr(), Integer::sum);
            met.merge("kept", (int) result.kept(), Integer::sum);
            met.merge("rates", result.rates().size(), Integer::sum);
        }
        System.out.println(met);
    }
}
