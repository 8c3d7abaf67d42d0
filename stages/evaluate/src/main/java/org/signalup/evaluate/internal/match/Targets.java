package org.signalup.evaluate.internal.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.LineKind;
import org.signalup.geo.Bin;
import org.signalup.geo.LineGeometry.Piece;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.LineRule;

/**
 * 评测单元: every key point that is not exempt, then every bin, numbered without gaps. Points come place by place, then
 * those of lines, so that a place is judged as its points stream by; bins come line by line.
 */
public final class Targets {
    private final Ledger ledger;
    private final Standard standard;
    private final List<String> obligedByDefault;
    private final List<KeyPoint> points = new ArrayList<>();
    private final Map<String, Integer> placeNumbers = new HashMap<>();
    private final Map<String, Integer> lineNumbers = new HashMap<>();
    private final Programme programme;
    private final int[] firstBin;
    private String binsOf = "";
    private List<Bin> bins = List.of();

    public Targets(Programme programme, Ledger ledger, Standard standard) {
        this.programme = programme;
        this.obligedByDefault = programme.obligedOperators().orElse(standard.obligedOperators());
        this.ledger = ledger;
        this.standard = standard;
        for (Place place : ledger.places()) {
            placeNumbers.put(place.id(), placeNumbers.size());
        }
        for (Line line : ledger.lines()) {
            lineNumbers.put(line.id(), lineNumbers.size());
        }
        ledger.keyPoints().stream()
                .filter(point -> !point.exempt())
                .sorted(Comparator.comparingInt(this::objectOrder))
                .forEach(points::add);
        this.firstBin = numberBins();
    }

    private int objectOrder(KeyPoint point) {
        return point.placeId()
                .map(placeNumbers::get)
                .orElseGet(() ->
                        placeNumbers.size() + lineNumbers.get(point.lineId().orElseThrow()));
    }

    private int[] numberBins() {
        int[] first = new int[ledger.lines().size() + 1];
        first[0] = points.size();
        for (int i = 0; i < ledger.lines().size(); i++) {
            first[i + 1] = first[i] + pieces(ledger.lines().get(i)).size();
        }
        return first;
    }

    public Programme programme() {
        return programme;
    }

    /** Points judged, the target number being the index. */
    public List<KeyPoint> points() {
        return points;
    }

    public int pointCount() {
        return points.size();
    }

    /** Points and bins. */
    public int count() {
        return firstBin[firstBin.length - 1];
    }

    /** Number of the first bin of a line. */
    public int firstBin(int lineNumber) {
        return firstBin[lineNumber];
    }

    /** The line a bin belongs to. */
    public int lineOf(int target) {
        int low = 0;
        int high = firstBin.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (firstBin[middle] <= target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public int placeNumber(String placeId) {
        return placeNumbers.get(placeId);
    }

    public int lineNumber(String lineId) {
        return lineNumbers.get(lineId);
    }

    /** The bins of a line; those asked for last are kept, because line by line they are asked for again and again. */
    public List<Bin> bins(Line line) {
        if (!line.id().equals(binsOf)) {
            bins = line.geometry().bins(rule(line).binLengthM());
            binsOf = line.id();
        }
        return bins;
    }

    /** The same bins without positions. */
    public List<Piece> pieces(Line line) {
        return line.geometry().pieces(rule(line).binLengthM());
    }

    public LineRule rule(Line line) {
        return standard.lineRule(line.kind(), line.grade());
    }

    public CoverageRule rule(KeyPoint point) {
        return standard.pointRule(scenario(point), point.kind());
    }

    /** The target share of a point or bin in millionths. */
    public int sharePpm(int target) {
        return LimitSet.ppm(
                target < pointCount()
                        ? rule(points.get(target)).targetShare()
                        : rule(ledger.lines().get(lineOf(target))).binTargetShare());
    }

    /** Scenario of a point: its place's; for a point of a line the scenario that the line kind is part of. */
    public String scenario(KeyPoint point) {
        return point.placeId()
                .map(id -> ledger.places().get(placeNumbers.get(id)).scenario())
                .orElseGet(() -> scenario(ledger.lines()
                        .get(lineNumbers.get(point.lineId().orElseThrow()))
                        .kind()));
    }

    /** The scenario of the programme that a line kind is part of. */
    public static String scenario(LineKind kind) {
        return kind == LineKind.METRO ? "METRO" : "TRANSPORT";
    }

    /** Operators obliged to cover something: those the ledger names, else the programme's or the standard's list. */
    public List<String> obliged(List<String> ofLedger) {
        return ofLedger.isEmpty() ? obligedByDefault : ofLedger;
    }

    public List<String> obliged(KeyPoint point) {
        return obliged(point.placeId()
                .map(id -> ledger.places().get(placeNumbers.get(id)).operators())
                .orElseGet(() -> ledger.lines()
                        .get(lineNumbers.get(point.lineId().orElseThrow()))
                        .operators()));
    }

    /** Hears the limits of a target. */
    public interface LimitConsumer {
        void accept(int target, LimitSet limits);
    }

    /** The limits of every target, in order. */
    public void forEachLimits(LimitConsumer consumer) {
        for (int tid = 0; tid < points.size(); tid++) {
            CoverageRule rule = rule(points.get(tid));
            consumer.accept(tid, LimitSet.of(rule.limits(), rule.targetShare()));
        }
        for (int number = 0; number < ledger.lines().size(); number++) {
            LineRule rule = rule(ledger.lines().get(number));
            LimitSet limits = LimitSet.of(rule.limits(), rule.binTargetShare());
            for (int tid = firstBin[number]; tid < firstBin[number + 1]; tid++) {
                consumer.accept(tid, limits);
            }
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    public Standard standard() {
        return standard;
    }
}
