package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.TextOrder;
import org.signalup.geo.Bin;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.LineRule;
import org.signalup.testkit.RefSample;

/** Second step: which key points and bins a sample counts for. */
public final class Matching {
    /** A line with its bins and its rule. */
    public record RuledLine(Line line, LineRule rule, List<Bin> bins) {}

    /** Samples by target: of key points by id, of bins by line and number. {@code unmatched}: coverage samples only. */
    public record Matches(
            Map<String, List<RefSample>> points, Map<String, Map<Integer, List<RefSample>>> bins, long unmatched) {
        public List<RefSample> ofPoint(String pointId) {
            return points.getOrDefault(pointId, List.of());
        }

        public Map<Integer, List<RefSample>> ofLine(String lineId) {
            return bins.getOrDefault(lineId, Map.of());
        }
    }

    private final Standard standard;
    private final List<KeyPoint> points;
    private final List<RuledLine> lines;

    public Matching(Standard standard, Ledger ledger) {
        this.standard = standard;
        this.points =
                ledger.keyPoints().stream().filter(point -> !point.exempt()).toList();
        this.lines = ledger.lines().stream().map(line -> ruled(standard, line)).toList();
    }

    public List<RuledLine> lines() {
        return lines;
    }

    public Matches match(List<RefSample> samples) {
        Map<String, List<RefSample>> ofPoints = new TreeMap<>(TextOrder.CODE_POINTS);
        Map<String, Map<Integer, List<RefSample>>> ofBins = new TreeMap<>(TextOrder.CODE_POINTS);
        long unmatched = 0;
        for (RefSample sample : samples) {
            List<KeyPoint> hit = new ArrayList<>(pointsOf(sample));
            boolean onLine = false;
            for (RuledLine line : lines) {
                Optional<Bin> bin = binOf(sample, line);
                if (bin.isPresent()) {
                    onLine = true;
                    add(
                            ofBins.computeIfAbsent(line.line().id(), id -> new TreeMap<>()),
                            bin.get().number(),
                            sample);
                    hit.addAll(pointsOver(line, bin.get()));
                }
            }
            hit.forEach(point -> add(ofPoints, point.id(), sample));
            unmatched += sample.coverage() && !onLine && hit.isEmpty() ? 1 : 0;
        }
        return new Matches(ofPoints, ofBins, unmatched);
    }

    private static <K> void add(Map<K, List<RefSample>> lists, K key, RefSample sample) {
        lists.computeIfAbsent(key, absent -> new ArrayList<>()).add(sample);
    }

    /** Key points by id or by position; those of a chainage range come with their bins. */
    private List<KeyPoint> pointsOf(RefSample sample) {
        if (sample.pointId() != null) {
            return points.stream()
                    .filter(point -> point.id().equals(sample.pointId()))
                    .toList();
        }
        if (sample.lineId() != null || !precise(sample)) {
            return List.of();
        }
        return points.stream().filter(point -> holds(point, sample)).toList();
    }

    private static boolean holds(KeyPoint point, RefSample sample) {
        if (point.position().isEmpty() || (point.indoor() && !sameFloor(point, sample))) {
            return false;
        }
        if (Geodesy.surelyFar(point.position().get(), sample.lonDeg(), sample.latDeg(), point.radiusM() + 10)) {
            return false;
        }
        double distance = Geodesy.toPoint(point.position().get(), sample.lonDeg(), sample.latDeg());
        return Geodesy.mm(distance) <= Geodesy.mm(point.radiusM());
    }

    private static boolean sameFloor(KeyPoint point, RefSample sample) {
        return point.floor().isPresent()
                && sample.floor() != null
                && point.floor().get().equals(sample.floor());
    }

    /** Whether a position may be used at all. */
    private boolean precise(RefSample sample) {
        if (!sample.positioned()) {
            return false;
        }
        if (sample.accuracyMm() == null) {
            return !standard.matching().sourcesNeedingAccuracy().contains(sample.source());
        }
        return sample.accuracyMm() <= Geodesy.mm(standard.matching().maxAccuracyM());
    }

    private Optional<Bin> binOf(RefSample sample, RuledLine line) {
        if (sample.pointId() != null) {
            return Optional.empty();
        }
        if (sample.lineId() == null) {
            return line.rule().byPosition() && precise(sample) ? nearest(sample, line) : Optional.empty();
        }
        if (!sample.lineId().equals(line.line().id())) {
            return Optional.empty();
        }
        if (sample.chainageMm() != null) {
            return Optional.of(binAt(sample.chainageMm(), line.bins()));
        }
        return precise(sample) ? nearest(sample, line) : Optional.empty();
    }

    /** The bin that holds a chainage; a joint belongs to the bin it begins, the very end, and what was rounded beyond it, to the last. */
    static Bin binAt(long chainageMm, List<Bin> bins) {
        Bin found = bins.get(0);
        for (Bin bin : bins) {
            found = bin.fromMm() <= chainageMm ? bin : found;
        }
        return found;
    }

    /** The bin of least (distance in mm, number) within the buffer. */
    private static Optional<Bin> nearest(RefSample sample, RuledLine line) {
        long least = Geodesy.mm(line.rule().bufferM()) + 1;
        Bin found = null;
        for (Bin bin : line.bins()) {
            double reach = line.rule().bufferM() + bin.lengthMm() / 1000.0 + 10;
            if (!Geodesy.surelyFar(bin.from(), sample.lonDeg(), sample.latDeg(), reach)) {
                long distance = Geodesy.mm(Geodesy.toChord(bin, sample.lonDeg(), sample.latDeg()));
                if (distance < least) {
                    least = distance;
                    found = bin;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private List<KeyPoint> pointsOver(RuledLine line, Bin bin) {
        return points.stream()
                .filter(point -> point.lineId().equals(Optional.of(line.line().id())))
                .filter(point -> point.chainage().isPresent())
                .filter(point -> Geodesy.mm(point.chainage().get().fromM()) < bin.toMm()
                        && Geodesy.mm(point.chainage().get().toM()) > bin.fromMm())
                .toList();
    }

    private static RuledLine ruled(Standard standard, Line line) {
        LineRule rule = standard.lineRule(line.kind(), line.grade());
        return new RuledLine(line, rule, line.geometry().bins(rule.binLengthM()));
    }
}
