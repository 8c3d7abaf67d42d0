package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Evidence;
import org.signalup.domain.Measure;
import org.signalup.domain.Period;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.standards.CrowdRule;
import org.signalup.testkit.internal.StarJudge.Previous;

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

    /** The first worlds by the reference, some of them with the stars of an earlier evaluation; reckoned once. */
    private static final class Reckoned {
        static final List<ReferenceResult> WORLDS = LongStream.rangeClosed(1, 20)
                .mapToObj(RandomWorld::of)
                .map(Reckoned::evaluate)
                .toList();

        private static ReferenceResult evaluate(RandomWorld world) {
            ReferenceEvaluator reference =
                    new ReferenceEvaluator(world.programme(), world.standard(), world.ledger(), Period.ALL);
            Previous before = world.seed() <= 5
                    ? reference.evaluate(world.earlier().samples()).stars()
                    : Previous.NONE;
            return reference.evaluate(world.samples(), before);
        }
    }

    @Test
    void a_few_worlds_meet_every_verdict_and_every_reject() {
        Set<String> met = new TreeSet<>();
        for (ReferenceResult result : Reckoned.WORLDS) {
            result.points().forEach(row -> met.add("point " + row.verdict() + grade(row.evidence())));
            result.places().forEach(row -> met.add("place " + row.verdict() + grade(row.evidence())));
            result.bins().forEach(row -> met.add("bin " + row.verdict() + grade(row.evidence())));
            result.lines().forEach(row -> met.add("line " + row.verdict()));
            result.rejects().forEach(row -> met.add(row.code()));
            assertThat(result.thinned()).isPositive();
            assertThat(result.unmatched()).isPositive();
            assertThat(result.noSinr()).isPositive();
            assertThat(result.rates()).isNotEmpty();
        }
        assertThat(met)
                .contains(
                        "point PASS A", "point PASS B", "point PASS C", "point FAIL A", "point FAIL B", "point FAIL C")
                .contains("point RETEST B", "point RETEST C", "point TOO_FEW", "point NOT_MEASURED", "point UNDECIDED")
                .contains("place PASS C", "place FAIL A", "place FAIL B", "place FAIL C", "place RETEST C")
                .contains("place UNDECIDED", "place NOT_MEASURED")
                .contains("bin PASS A", "bin PASS B", "bin PASS C", "bin FAIL B", "bin RETEST C", "bin TOO_FEW")
                .contains("line PASS", "line FAIL", "line RETEST", "line UNDECIDED", "line NOT_MEASURED")
                .contains("POINT_UNKNOWN", "LINE_UNKNOWN", "CHECKIN_FAR", "CHAINAGE_OUTSIDE")
                .contains("INSTRUMENT_MISSING", "INSTRUMENT_UNKNOWN", "INSTRUMENT_EXPIRED", "INSTRUMENT_UNCOMPARED")
                .contains("INSTRUMENT_UNCERTIFIED", "INSTRUMENT_NOT_YET", "INSTRUMENT_DISAGREES");
    }

    @Test
    void in_a_few_worlds_sources_agree_and_differ_at_points_and_bins_in_every_mode() {
        Set<String> met = new TreeSet<>();
        for (ReferenceResult result : Reckoned.WORLDS) {
            result.agreement().forEach(row -> {
                String where = row.object() + " " + row.unit() + " " + row.mode();
                met.add(where + (row.agreeing() > 0 ? " agree" : ""));
                met.add(where + (row.compared() > row.agreeing() ? " differ" : ""));
                met.add(row.sources().size() + " sources");
            });
            result.disagreements().forEach(row -> {
                met.add(row.verdictsDiffer() ? "by verdict" : "by interval alone");
                met.add(row.stands().isPresent() ? "one stands" : "none stands");
            });
        }
        assertThat(met)
                .contains("PLACE POINT FREE agree", "PLACE POINT FREE differ", "LINE BIN FREE agree")
                .contains("LINE BIN FREE differ", "LINE BIN LOCK_4G agree", "LINE BIN LOCK_4G differ")
                .contains("PLACE POINT LOCK_5G agree", "PLACE POINT LOCK_5G differ", "LINE POINT LOCK_5G agree")
                .contains("2 sources", "3 sources", "by verdict", "by interval alone", "one stands", "none stands");
    }

    @Test
    void in_a_few_worlds_places_and_lines_lose_coverage_and_tests_to_instruments_that_may_not_be_used() {
        Set<String> met = new TreeSet<>();
        for (ReferenceResult result : Reckoned.WORLDS) {
            result.instruments().forEach(row -> {
                met.add(row.object());
                met.add(row.code());
                met.add(row.samples() > 0 ? "coverage" : "tests alone");
            });
        }
        assertThat(met)
                .contains("PLACE", "LINE", "NONE", "coverage", "tests alone")
                .contains("INSTRUMENT_MISSING", "INSTRUMENT_UNKNOWN", "INSTRUMENT_EXPIRED", "INSTRUMENT_UNCOMPARED");
    }

    @Test
    void in_a_few_worlds_places_lines_and_regions_have_quantiles_of_every_measure() {
        Set<String> met = new TreeSet<>();
        for (ReferenceResult result : Reckoned.WORLDS) {
            result.quantiles().forEach(row -> {
                met.add(row.object() + " " + row.measure());
                met.add(row.measure() + (row.p05() < row.p95() ? " spread" : " in one step"));
                met.add(row.measure() + (row.samples() > 20 ? " of many" : " of few"));
            });
        }
        for (Measure measure : Measure.values()) {
            assertThat(met)
                    .contains("PLACE " + measure, "LINE " + measure, "REGION " + measure)
                    .contains(measure + " spread", measure + " in one step", measure + " of few", measure + " of many");
        }
    }

    @Test
    void a_few_worlds_meet_every_reason_of_stars_and_plan_and_every_verdict_of_progress() {
        Set<String> met = new TreeSet<>();
        for (ReferenceResult result : Reckoned.WORLDS) {
            result.places().forEach(row -> met.addAll(List.of(row.starsReason().split("[;:]", -1))));
            result.lines().forEach(row -> met.addAll(List.of(row.starsReason().split("[;:]", -1))));
            result.places().forEach(row -> row.stars().ifPresent(stars -> met.add(stars + " stars")));
            result.plan().forEach(row -> met.add("plan " + row.reason()));
            result.progress().forEach(row -> row.verdict().ifPresent(own -> met.add(row.unit() + " " + own)));
            result.rates().forEach(row -> met.add(row.object()));
        }
        assertThat(met)
                .contains("NOT_PASS", "NO_RATE", "NO_DL", "NO_UL", "NO_SERVICE", "NO_VOICE", "EVIDENCE_C")
                .contains("RATE_SHARE", "HELD", "LEAST", "1 stars", "2 stars", "3 stars", "4 stars", "5 stars")
                .contains("plan NOT_MEASURED", "plan TOO_FEW", "plan RETEST", "plan SELF_ONLY", "plan SINGLE")
                .contains("PLACE PASS", "PLACE FAIL", "PLACE RETEST", "PLACE UNDECIDED", "PLACE NOT_MEASURED")
                .contains("PLACE_SHARE PASS", "PLACE_SHARE FAIL", "PLACE_SHARE RETEST", "PLACE_SHARE UNDECIDED")
                .contains("KM PASS", "KM FAIL", "KM RETEST", "KM UNDECIDED", "LINE PASS", "LINE FAIL", "LINE RETEST")
                .contains("MBPS PASS", "MBPS FAIL", "MBPS RETEST", "MBPS TOO_FEW", "MBPS NOT_MEASURED")
                .anyMatch(reason -> reason.startsWith("KPI_"))
                .contains("SHARE PASS", "SHARE FAIL", "SHARE RETEST", "PLACE", "LINE", "REGION");
    }

    @Test
    void in_a_few_worlds_every_filter_of_crowd_samples_catches_something_and_lets_something_pass() {
        for (CrowdRule rule : CrowdRule.values()) {
            List<CrowdRow> rows = Reckoned.WORLDS.stream()
                    .flatMap(result -> result.crowd().stream())
                    .filter(row -> row.rule() == rule)
                    .toList();
            assertThat(rows).as(rule.code()).anyMatch(row -> row.caught() > 0);
            assertThat(rows).as(rule.code()).anyMatch(row -> row.caught() < row.lookedAt());
        }
    }

    private static String grade(Optional<Evidence> evidence) {
        return evidence.map(grade -> " " + grade.code()).orElse("");
    }
}
