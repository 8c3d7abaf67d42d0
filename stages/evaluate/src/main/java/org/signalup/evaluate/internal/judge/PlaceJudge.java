package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Statistics;

/** Judges a place from its key points, exempt ones already left out. */
public final class PlaceJudge {
    private final Statistics statistics;

    public PlaceJudge(Standard standard) {
        this.statistics = standard.statistics();
    }

    /** Judges the place by the place rule, then grades what the verdict rests on. */
    public PlaceVerdict judge(List<PointVerdict> points) {
        List<Decided> decided = points.stream().map(PointVerdict::decided).toList();
        Decided plain = Decided.byPlaceRule(decided);
        List<Double> shares = new ArrayList<>();
        points.forEach(point -> point.share().ifPresent(shares::add));
        return PlaceVerdict.counted(graded(plain, points), decided, shares);
    }

    private Decided graded(Decided plain, List<PointVerdict> points) {
        return switch (plain.verdict()) {
            case PASS -> provenTogether(points) ? Decided.of(Verdict.PASS, Evidence.A) : plain;
            case FAIL -> new Decided(Verdict.FAIL, failEvidence(points));
            default -> plain;
        };
    }

    /** Whether all points pooled prove the hardest of their targets, row by row; self-test data prove nothing. */
    private boolean provenTogether(List<PointVerdict> points) {
        Map<RatRow, Moments> pooled = new EnumMap<>(RatRow.class);
        double target = 0;
        for (PointVerdict point : points) {
            if (point.basis().isEmpty()) {
                return false;
            }
            for (TargetVerdict verdict : point.basis()) {
                if (verdict.self()) {
                    return false;
                }
                pooled.merge(verdict.row(), verdict.used().moments(), Moments::plus);
                target = Math.max(target, verdict.rule().targetShare());
            }
        }
        for (Moments moments : pooled.values()) {
            if (Interval.of(moments, statistics, statistics.confidence()).low() < target) {
                return false;
            }
        }
        return !pooled.isEmpty();
    }

    /** The best founded failing point; grade A must hold although several points had the chance to fail. */
    private Optional<Evidence> failEvidence(List<PointVerdict> points) {
        long judged = points.stream()
                .filter(point -> !point.decided().verdict().open())
                .count();
        double confidence = 1 - statistics.placeAlpha() / judged;
        return points.stream()
                .filter(point -> point.decided().verdict() == Verdict.FAIL)
                .map(point -> failEvidence(point, confidence))
                .flatMap(Optional::stream)
                .min(Evidence::compareTo);
    }

    private Optional<Evidence> failEvidence(PointVerdict point, double confidence) {
        if (point.basis().isEmpty()) {
            return point.decided().evidence();
        }
        return point.basis().stream()
                .filter(verdict -> verdict.verdict() == Verdict.FAIL)
                .map(verdict -> failEvidence(verdict, confidence))
                .min(Evidence::compareTo);
    }

    private Evidence failEvidence(TargetVerdict verdict, double confidence) {
        if (verdict.self()) {
            return Evidence.C;
        }
        Moments moments = verdict.used().moments();
        boolean proven = Interval.of(moments, statistics, confidence).high()
                < verdict.rule().targetShare();
        if (proven) {
            return Evidence.A;
        }
        return verdict.used().dates().size() >= statistics.evidenceDates() ? Evidence.B : Evidence.C;
    }
}
