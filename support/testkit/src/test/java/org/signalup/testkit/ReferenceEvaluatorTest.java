package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalup.domain.LineKind;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.TestMode;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard.RatRule;

class ReferenceEvaluatorTest {
    private static final GeoPoint HERE = Tiny.at(0, 0);

    private static Tiny onePoint() {
        return new Tiny().place("P", "CMCC").point("A", "P", HERE, 50);
    }

    private static Tiny road(double length) {
        return new Tiny().line("R", LineKind.ROAD, List.of(List.of(Tiny.at(0, 0), Tiny.at(length, 0))));
    }

    private static String row(List<String> file, String start) {
        return file.stream().filter(line -> line.startsWith(start)).findFirst().orElse("no row " + start);
    }

    private static String point(ReferenceResult result, String start) {
        return row(ContractCsv.points(result.points()), start);
    }

    private static String bin(ReferenceResult result, String start) {
        return row(ContractCsv.bins(result.bins()), start);
    }

    private static String line(ReferenceResult result, String start) {
        return row(ContractCsv.lines(result.lines()), start);
    }

    private static String place(ReferenceResult result, String start) {
        return row(ContractCsv.places(result.places()), start);
    }

    @Test
    void an_unmeasured_point_has_rows_with_counts_of_zero() {
        assertThat(ContractCsv.points(onePoint().evaluate().points()))
                .containsExactly(
                        ContractCsv.POINTS,
                        "A,P,,ALL,ANY,,,,,,,,,,,,,NOT_MEASURED,",
                        "A,P,,ALL,4G,,,,,,,,,,,,,NOT_MEASURED,",
                        "A,P,,ALL,5G,,,,,,,,,,,,,NOT_MEASURED,",
                        "A,P,,CMCC,ANY,0,0,,,,0,0,0,,0,0,0,NOT_MEASURED,",
                        "A,P,,CMCC,4G,0,0,,,,0,0,0,,0,0,0,NOT_MEASURED,",
                        "A,P,,CMCC,5G,0,0,,,,0,0,0,,0,0,0,NOT_MEASURED,");
    }

    @Test
    void one_cluster_knows_nothing_about_others() {
        ReferenceResult result = onePoint().samples(20, s -> s.at(HERE)).evaluate();
        assertThat(point(result, "A,P,,CMCC,ANY"))
                .isEqualTo("A,P,,CMCC,ANY,20,20,1.000000,0.000000,1.000000,1,1,0,,0,0,0,PASS,C");
        assertThat(point(result, "A,P,,CMCC,5G"))
                .isEqualTo("A,P,,CMCC,5G,20,20,1.000000,0.000000,1.000000,1,1,0,1.000000,0,0,0,PASS,C");
        assertThat(point(result, "A,P,,CMCC,4G")).contains("NOT_MEASURED");
    }

    @Test
    void nineteen_of_twenty_is_exactly_the_target() {
        ReferenceResult result = onePoint()
                .samples(20, s -> s.index == 0 ? s.at(HERE).rat(Rat.NONE).signal(null, null) : s.at(HERE))
                .evaluate();
        assertThat(point(result, "A,P,,CMCC,ANY")).contains(",20,19,0.950000,").endsWith(",1,0,0,PASS,C");
    }

    @Test
    void the_interval_of_two_clusters_of_ten_and_nine_of_ten() {
        ReferenceResult result = onePoint()
                .samples(10, s -> s.at(HERE).on(1, 9, 0))
                .samples(10, s -> (s.index == 0 ? s.bad() : s).at(HERE).on(2, 9, 0))
                .evaluate();
        // p .95, sum m2 200: deff max(2 * (181 - 2*.95*190 + .9025*200) / 400 * 20 / .0475, 1 + 9 * .3) = 3.7;
        // n_eff 5.405; t(1) 6.314: centre (.95 + 3.688) / 8.375, half 6.314 * sqrt(.008788 + .341) / 8.375.
        assertThat(point(result, "A,P,,CMCC,ANY"))
                .startsWith("A,P,,CMCC,ANY,20,19,0.950000,0.1078")
                .contains(",2,2,1,,0,1,0,PASS,B");
    }

    @Test
    void a_point_that_fails_on_two_dates_fails_and_on_one_waits_for_the_retest() {
        Tiny once =
                onePoint().samples(10, s -> (s.index < 2 ? s.bad() : s).at(HERE).on(1, 9, 0));
        assertThat(point(once.evaluate(), "A,P,,CMCC,ANY")).endsWith(",RETEST,C");
        Tiny twice = once.samples(10, s -> (s.index < 2 ? s.bad() : s).at(HERE).on(2, 9, 0));
        assertThat(point(twice.evaluate(), "A,P,,CMCC,ANY")).endsWith(",2,2,,0,4,0,FAIL,B");
    }

    @Test
    void a_point_below_its_minimum_is_too_few() {
        assertThat(point(onePoint().samples(3, s -> s.at(HERE)).evaluate(), "A,P,,CMCC,ANY"))
                .contains(",3,3,1.000000,")
                .endsWith("TOO_FEW,");
    }

    @Test
    void self_tests_are_used_only_where_others_miss_the_minimum_and_stay_at_c() {
        Tiny self = onePoint()
                .samples(5, s -> s.at(HERE).purpose(Purpose.SELF))
                .samples(5, s -> s.at(HERE).purpose(Purpose.SELF).on(2, 9, 0))
                .samples(3, s -> s.at(HERE).on(3, 9, 0));
        assertThat(point(self.evaluate(), "A,P,,CMCC,ANY"))
                .startsWith("A,P,,CMCC,ANY,13,13,")
                .endsWith("PASS,C");
        Tiny independent = self.samples(3, s -> s.at(HERE).on(4, 9, 0));
        assertThat(point(independent.evaluate(), "A,P,,CMCC,ANY"))
                .startsWith("A,P,,CMCC,ANY,6,6,")
                .endsWith("PASS,B");
    }

    @Test
    void locked_samples_count_for_their_own_network_only() {
        ReferenceResult result = onePoint()
                .samples(4, s -> s.at(HERE).mode(TestMode.LOCK_4G).rat(Rat.G4))
                .samples(4, s -> s.at(HERE).mode(TestMode.LOCK_5G).device("D2"))
                .samples(4, s -> s.at(HERE).rat(Rat.G4).device("D3"))
                .evaluate();
        assertThat(point(result, "A,P,,CMCC,ANY")).contains(",ANY,4,4,1.000000,");
        assertThat(point(result, "A,P,,CMCC,4G")).contains(",4G,4,4,1.000000,").contains(",1.000000,0,0,0,PASS");
        assertThat(point(result, "A,P,,CMCC,5G")).contains(",5G,8,4,0.500000,").contains(",0.500000,0,0,0,RETEST");
    }

    @Test
    void a_sample_outside_the_radius_or_too_vague_is_not_matched() {
        ReferenceResult result = onePoint()
                .samples(1, s -> s.at(Tiny.at(49.9, 0)))
                .samples(1, s -> s.at(Tiny.at(50.1, 0)).device("D2"))
                .samples(1, s -> s.at(HERE).accuracy(50.5).device("D3"))
                .samples(1, s -> s.at(HERE).accuracy(50).device("D4"))
                .evaluate();
        assertThat(point(result, "A,P,,CMCC,ANY")).contains(",ANY,2,2,");
        assertThat(result.unmatched()).isEqualTo(2);
    }

    @Test
    void an_indoor_point_takes_checkins_and_its_own_floor() {
        ReferenceResult result = new Tiny()
                .place("P", "CMCC")
                .point("A", "P", HERE, 50, true, -1, "")
                .samples(1, s -> s.at(HERE).device("D1"))
                .samples(1, s -> s.at(HERE).floor(1).device("D2"))
                .samples(1, s -> s.at(HERE).floor(-1).device("D3"))
                .samples(1, s -> s.point("A").device("D4"))
                .evaluate();
        assertThat(point(result, "A,P,,CMCC,ANY")).contains(",ANY,2,2,");
    }

    @Test
    void a_checkin_counts_for_its_point_only_and_may_not_be_far() {
        ReferenceResult result = onePoint()
                .point("B", "P", HERE, 50)
                .samples(1, s -> s.point("A").at(HERE))
                .samples(1, s -> s.point("A").at(Tiny.at(549.9, 0)).device("D2"))
                .samples(1, s -> s.point("A").at(Tiny.at(550.1, 0)).device("D3"))
                .samples(1, s -> s.point("X").device("D4"))
                .samples(1, s -> s.line("X").chainage(1).device("D5"))
                .evaluate();
        assertThat(point(result, "A,P,,CMCC,ANY")).contains(",ANY,2,2,");
        assertThat(point(result, "B,P,,CMCC,ANY")).contains(",ANY,0,0,");
        assertThat(result.rejects())
                .extracting(ReferenceResult.Refused::code)
                .containsExactly("CHECKIN_FAR", "POINT_UNKNOWN", "LINE_UNKNOWN");
    }

    @Test
    void one_second_is_one_sample_and_a_served_row_beats_no_service() {
        ReferenceResult result = onePoint()
                .samples(1, s -> s.at(HERE).rat(Rat.NONE).signal(null, null))
                .samples(1, s -> s.at(HERE).plusMillis(300).signal(-100.0, 1.0))
                .samples(1, s -> s.at(HERE).plusMillis(400).signal(-110.0, 9.0))
                .samples(1, s -> s.at(HERE).plusMillis(500).signal(-112.0, 2.0))
                .evaluate();
        assertThat(point(result, "A,P,,CMCC,ANY")).contains(",ANY,1,0,").endsWith(",0,1,0,TOO_FEW,");
        assertThat(result.thinned()).isEqualTo(3);
    }

    @Test
    void a_sinr_that_is_always_zero_was_never_measured() {
        ReferenceResult result = onePoint()
                .samples(5, s -> s.at(HERE).signal(-90.0, 0.0))
                .samples(1, s -> s.at(HERE).device("D2").signal(-90.0, 0.0))
                .evaluate();
        assertThat(point(result, "A,P,,CMCC,ANY")).contains(",ANY,1,1,");
        assertThat(result.noSinr()).isEqualTo(5);
    }

    @Test
    void a_place_fails_with_one_failing_point_and_leaves_exempt_points_out() {
        ReferenceResult result = onePoint()
                .point("B", "P", Tiny.at(500, 0), 50)
                .point("C", "P", Tiny.at(900, 0), 50, false, null, "装修")
                .samples(5, s -> s.at(HERE))
                .samples(5, s -> s.point("B").bad().on(1, 9, 0))
                .samples(5, s -> s.point("B").bad().on(2, 9, 0))
                .evaluate();
        assertThat(place(result, "P,CMCC")).isEqualTo("P,CMCC,FAIL,B,2,1,0,1,0,50.00,,NOT_PASS:FAIL");
        assertThat(place(result, "P,ALL")).isEqualTo("P,ALL,FAIL,B,2,1,0,1,0,50.00,,LEAST:CMCC");
        assertThat(ContractCsv.points(result.points())).hasSize(13);
    }

    @Test
    void all_operators_are_undecided_while_one_is_open() {
        ReferenceResult result = new Tiny()
                .place("P")
                .point("A", "P", HERE, 50)
                .samples(5, s -> s.at(HERE))
                .samples(5, s -> s.at(HERE).operator("CBN"))
                .evaluate();
        assertThat(place(result, "P,CBN"))
                .isEqualTo(
                        "P,CBN,PASS,C,1,1,0,0,0,100.00,3,NO_RATE:MAX3;NO_SERVICE:MAX4;NO_VOICE:MAX4;EVIDENCE_C:MAX4");
        assertThat(place(result, "P,CTCC")).isEqualTo("P,CTCC,NOT_MEASURED,,1,0,0,0,1,,,NOT_PASS:NOT_MEASURED");
        assertThat(place(result, "P,ALL")).isEqualTo("P,ALL,UNDECIDED,,1,0,0,0,1,,,LEAST:CTCC");
    }

    @Test
    void both_networks_must_pass_where_the_rule_says_so() {
        Tiny five = onePoint().rule(RatRule.BOTH).samples(5, s -> s.at(HERE));
        assertThat(place(five.evaluate(), "P,CMCC")).isEqualTo("P,CMCC,UNDECIDED,,1,0,0,0,1,,,NOT_PASS:UNDECIDED");
        Tiny both = five.samples(
                5, s -> s.at(HERE).mode(TestMode.LOCK_4G).rat(Rat.G4).device("D2"));
        assertThat(place(both.evaluate(), "P,CMCC")).startsWith("P,CMCC,PASS,C,1,1,0,0,0,100.00,3,");
    }

    @Test
    void a_sample_on_a_road_belongs_to_its_nearest_bin_and_ties_to_the_first() {
        ReferenceResult result = road(300)
                .samples(1, s -> s.at(Tiny.at(50, 10)))
                .samples(1, s -> s.at(Tiny.at(100, 20)).device("D2"))
                .samples(1, s -> s.at(Tiny.at(150, 51)).device("D3"))
                .samples(1, s -> s.at(Tiny.at(349, 0)).device("D4").bad())
                .evaluate();
        assertThat(bin(result, "R,0,")).isEqualTo("R,0,0.000,100.000,ALL,ANY,,,,,,,,,,,,PASS,B");
        assertThat(bin(result, "R,0,0.000,100.000,CMCC,ANY"))
                .contains(",2,2,1.000000,")
                .endsWith(",2,1,0,0,0,0,PASS,B");
        assertThat(bin(result, "R,1,")).isEqualTo("no row R,1,");
        assertThat(bin(result, "R,2,200.000,300.000,CMCC,ANY")).endsWith(",1,1,1,0,1,0,RETEST,C");
    }

    @Test
    void a_railway_takes_only_samples_that_name_it() {
        List<List<GeoPoint>> track = List.of(List.of(Tiny.at(0, 0), Tiny.at(300, 0)));
        ReferenceResult result = new Tiny()
                .line("T", LineKind.RAIL, track)
                .linePoint("K", "T", 90, 110)
                .samples(1, s -> s.at(Tiny.at(50, 0)))
                .samples(1, s -> s.line("T").at(Tiny.at(150, 0)).device("D2"))
                .samples(1, s -> s.line("T").chainage(300).device("D3"))
                .samples(1, s -> s.line("T").chainage(300.001).device("D4"))
                .evaluate();
        assertThat(result.bins())
                .filteredOn(row -> row.operator().equals("CMCC"))
                .extracting(row -> row.bin())
                .containsExactly(1, 1, 2, 2);
        assertThat(result.rejects()).extracting(ReferenceResult.Refused::code).containsExactly("CHAINAGE_OUTSIDE");
        assertThat(point(result, "K,,T,CMCC,ANY")).contains(",ANY,1,1,");
    }

    @Test
    void a_chainage_rounded_to_the_metre_that_a_line_ends_in_belongs_to_its_last_bin() {
        ReferenceResult result = new Tiny()
                .line("T", LineKind.RAIL, List.of(List.of(Tiny.at(0, 0), Tiny.at(286.874, 0))))
                .samples(1, s -> s.line("T").chainage(287))
                .samples(1, s -> s.line("T").chainage(287.001).device("D2"))
                .evaluate();
        assertThat(result.bins())
                .filteredOn(row -> row.operator().equals("CMCC"))
                .extracting(row -> row.bin())
                .containsExactly(2, 2);
        assertThat(result.rejects()).extracting(ReferenceResult.Refused::code).containsExactly("CHAINAGE_OUTSIDE");
    }

    @Test
    void a_line_is_decided_by_its_lengths() {
        Tiny tiny = road(1000).samples(9, s -> s.line("R").chainage(50 + 100 * s.index));
        assertThat(line(tiny.evaluate(), "R,CMCC,ANY"))
                .isEqualTo("R,CMCC,ANY,1000.000,900.000,900.000,0.000,0.000,"
                        + "1.000000,0.900000,1.000000,0.000,UNDECIDED,,,NOT_PASS:UNDECIDED");
        Tiny retest =
                tiny.samples(1, s -> s.line("R").chainage(950).device("D2").bad());
        assertThat(line(retest.evaluate(), "R,CMCC,ANY"))
                .isEqualTo("R,CMCC,ANY,1000.000,1000.000,900.000,100.000,0.000,"
                        + "0.900000,0.900000,0.900000,100.000,RETEST,C,,NOT_PASS:RETEST");
        Tiny failed = retest.samples(1, s -> s.line("R").chainage(950).bad().on(2, 9, 0));
        assertThat(line(failed.evaluate(), "R,ALL,ANY"))
                .isEqualTo("R,ALL,ANY,1000.000,1000.000,900.000,0.000,100.000,"
                        + "0.900000,0.900000,0.900000,100.000,FAIL,B,,LEAST:CMCC");
    }

    @Test
    void a_gap_beyond_the_gate_forbids_a_pass() {
        Tiny tiny = road(4000).gate(90).samples(39, s -> s.line("R").chainage(50 + 100 * s.index));
        Tiny gap = tiny.samples(1, s -> s.line("R").chainage(3950).device("D2").bad());
        assertThat(line(gap.evaluate(), "R,CMCC,ANY")).contains(",0.975000,100.000,RETEST,");
    }

    @Test
    void a_bin_over_a_section_border_counts_by_overlap() {
        List<List<GeoPoint>> part = List.of(List.of(Tiny.at(0, 0), Tiny.at(300, 0)));
        ReferenceResult result = new Tiny()
                .line(
                        "R",
                        LineKind.ROAD,
                        part,
                        new Line.Section("s1", "s1", "310114", 0, 130),
                        new Line.Section("s2", "s2", "310114", 160, 300))
                .samples(1, s -> s.line("R").chainage(170))
                .evaluate();
        List<String> sections = ContractCsv.sections(result.sections());
        assertThat(row(sections, "R,s1,CMCC,ANY")).contains(",130.000,30.000,30.000,");
        assertThat(row(sections, "R,s2,CMCC,ANY")).contains(",140.000,40.000,40.000,");
    }
}
