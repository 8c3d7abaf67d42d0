package org.signalup.evaluate.internal.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.Matching;
import org.signalup.standards.Standard.Part;
import org.signalup.standards.Standard.RatRule;
import org.signalup.standards.Standard.RateScale;
import org.signalup.standards.Standard.Rates;
import org.signalup.standards.Standard.RegionMean;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.standards.Standard.ServiceScore;
import org.signalup.standards.Standard.Services;
import org.signalup.standards.Standard.Stars;
import org.signalup.standards.Standard.Statistics;

/** A standard of round numbers and short ways to say what was counted. */
final class Given {
    static final Statistics STATISTICS = new Statistics(0.95, 0.3, 30, 2, 2, 0.05);
    static final TargetRule POINT = new TargetRule(0.95, 60, 3, false);
    static final TargetRule BIN = new TargetRule(0.5, 1, 1, true);
    static final RegionMean NO_STRATA = new RegionMean(RegionMean.Strata.NONE, Map.of());

    private Given() {}

    static Standard standard() {
        return standard(NO_STRATA);
    }

    static Standard standard(RegionMean regionMean) {
        return new Standard(
                "test",
                Text.same("test"),
                Standard.Status.PROPOSAL,
                LocalDate.of(2025, 1, 1),
                Optional.empty(),
                2025,
                List.of("CMCC", "CTCC"),
                new Matching(50, Set.of(), 500),
                STATISTICS,
                List.of(),
                List.of(),
                rates(regionMean),
                new Services(
                        Map.of(
                                Service.LIVE, new ServiceGrade(0.9, 0.95, 1.0),
                                Service.WEB, new ServiceGrade(0.8, 0.9, 1.0),
                                Service.VOICE, new ServiceGrade(0.9, 0.95, 1.0)),
                        10,
                        Map.of(),
                        Optional.empty(),
                        ServiceScore.OF_SUCCESS,
                        1),
                stars(),
                CrowdFilters.NONE,
                Optional.empty(),
                List.of(),
                Map.of(),
                "");
    }

    private static Rates rates(RegionMean regionMean) {
        return new Rates(
                Map.of(),
                "USER_APP",
                List.of("SPOT_TEST", "USER_APP"),
                Map.of(),
                Map.of(),
                Map.of(),
                0.95,
                30,
                regionMean);
    }

    private static Stars stars() {
        RateScale down = new RateScale(20, 220, 900);
        RateScale up = new RateScale(2, 45, 160);
        return new Stars(
                Map.of("*", Map.of(Part.COVERAGE, 40.0, Part.RATE, 25.0, Part.SERVICE, 25.0, Part.VOICE, 10.0)),
                Set.of(Part.COVERAGE, Part.RATE),
                0.8,
                Map.of(Direction.DL, down, Direction.UL, up),
                Map.of(Direction.DL, down, Direction.UL, up),
                Map.of(Direction.DL, 7.0, Direction.UL, 3.0),
                List.of(0.0, 60.0, 70.0, 80.0, 90.0),
                3,
                4,
                Evidence.B,
                0.95,
                Optional.empty(),
                2,
                12);
    }

    static LineRule lineRule(Optional<Double> longestGapM) {
        return new LineRule(Set.of(), Set.of(), true, 50, 100, Map.of(), 0.5, 1, 0.95, longestGapM, RatRule.ANY);
    }

    /** One cluster a date, from date 1 on; each pair is samples and compliant ones. */
    static Tally clusters(long[]... clusters) {
        Moments moments = Moments.ZERO;
        List<DateTally> dates = new ArrayList<>();
        for (long[] cluster : clusters) {
            moments = moments.plus(Moments.cluster(cluster[0], cluster[1]));
            dates.add(new DateTally(dates.size() + 1, cluster[0], cluster[1]));
        }
        return new Tally(moments, dates, 0, 0, 0, 0, 0);
    }

    /** Equal clusters, all on one date. */
    static Tally oneDate(int clusters, long samples, long compliant) {
        Moments moments = Moments.ZERO;
        for (int i = 0; i < clusters; i++) {
            moments = moments.plus(Moments.cluster(samples, compliant));
        }
        List<DateTally> date = List.of(new DateTally(1, clusters * samples, clusters * compliant));
        return new Tally(moments, date, 0, 0, 0, 0, 0);
    }

    static TargetVerdict judged(Tally independent, Tally self, TargetRule rule) {
        return new TargetJudge(STATISTICS).judge(RatRow.ANY, independent, self, rule);
    }

    static Decided decided(String verdict, String evidence) {
        return new Decided(
                Verdict.valueOf(verdict),
                evidence.isEmpty() ? Optional.empty() : Optional.of(Evidence.valueOf(evidence)));
    }
}
