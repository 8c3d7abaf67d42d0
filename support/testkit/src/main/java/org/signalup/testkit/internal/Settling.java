package org.signalup.testkit.internal;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.signalup.domain.Rat;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard;
import org.signalup.testkit.RefSample;

/** First step: missing markers, rows the ledger refuses, one coverage sample per second. */
public final class Settling {
    /** What the step leaves. {@code rejects}: code by row. */
    public record Settled(List<RefSample> kept, List<Reject> rejects, long thinned) {}

    public record Reject(RefSample sample, String code) {}

    private final Standard standard;
    private final Map<String, KeyPoint> points = new HashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final InstrumentRule instruments;

    public Settling(Standard standard, Ledger ledger) {
        this.standard = standard;
        ledger.keyPoints().forEach(point -> points.put(point.id(), point));
        ledger.lines().forEach(line -> lines.put(line.id(), line));
        this.instruments = new InstrumentRule(standard, ledger);
    }

    public Settled settle(List<RefSample> read) {
        List<RefSample> known = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        for (RefSample sample : withoutMissingMarkers(read)) {
            String code = refusal(sample);
            if (code == null) {
                known.add(sample);
            } else {
                rejects.add(new Reject(sample, code));
            }
        }
        List<RefSample> kept = thin(known);
        return new Settled(kept, rejects, known.size() - kept.size());
    }

    /** A SINR that is 0.0 in every row of a device and RAT (two rows at least) was never measured. */
    private static List<RefSample> withoutMissingMarkers(List<RefSample> read) {
        Map<List<Object>, List<Integer>> values = new HashMap<>();
        for (RefSample sample : read) {
            if (sample.sinrMdb() != null) {
                values.computeIfAbsent(List.of(sample.deviceKey(), sample.rat()), key -> new ArrayList<>())
                        .add(sample.sinrMdb());
            }
        }
        values.values().removeIf(list -> list.size() < 2 || list.stream().anyMatch(value -> value != 0));
        return read.stream()
                .map(sample -> values.containsKey(List.of(sample.deviceKey(), sample.rat()))
                        ? sample.withSignal(sample.rsrpMdbm(), null)
                        : sample)
                .toList();
    }

    private String refusal(RefSample sample) {
        if (sample.pointId() != null) {
            KeyPoint point = points.get(sample.pointId());
            return point == null ? "POINT_UNKNOWN" : far(sample, point) ? "CHECKIN_FAR" : instruments.refusal(sample);
        }
        if (sample.lineId() != null) {
            Line line = lines.get(sample.lineId());
            return line == null
                    ? "LINE_UNKNOWN"
                    : outside(sample, line) ? "CHAINAGE_OUTSIDE" : instruments.refusal(sample);
        }
        return instruments.refusal(sample);
    }

    private boolean far(RefSample sample, KeyPoint point) {
        if (!sample.positioned() || point.position().isEmpty()) {
            return false;
        }
        double distance = Geodesy.toPoint(point.position().get(), sample.lonDeg(), sample.latDeg());
        long accuracy = sample.accuracyMm() == null ? 0 : sample.accuracyMm();
        long limit = Geodesy.mm(point.radiusM())
                + accuracy
                + Geodesy.mm(standard.matching().checkinSlackM());
        return Geodesy.mm(distance) > limit;
    }

    /** Chainages are written to the metre: the one that a line ends in is on it to its end. */
    private static boolean outside(RefSample sample, Line line) {
        Long chainage = sample.chainageMm();
        return chainage != null
                && (chainage < 0
                        || chainage > 1000 * (long) Math.ceil(line.geometry().lengthMm() / 1000.0));
    }

    private static List<RefSample> thin(List<RefSample> samples) {
        List<RefSample> kept = new ArrayList<>();
        Map<List<Object>, List<RefSample>> seconds = new LinkedHashMap<>();
        for (RefSample sample : samples) {
            if (sample.coverage() && sample.thinnable() && !sample.rateOrService()) {
                seconds.computeIfAbsent(second(sample), key -> new ArrayList<>())
                        .add(sample);
            } else {
                kept.add(sample);
            }
        }
        seconds.values().forEach(second -> kept.add(representative(second)));
        return kept;
    }

    private static List<Object> second(RefSample sample) {
        return List.of(
                sample.deviceKey(),
                sample.sessionKey(),
                sample.operator(),
                Objects.requireNonNullElse(sample.pointId(), ""),
                Objects.requireNonNullElse(sample.lineId(), ""),
                Math.floorDiv(sample.observedMs(), 1000L));
    }

    /** The earliest served row (else the earliest row) with the median level and quality of its RAT in that second. */
    private static RefSample representative(List<RefSample> second) {
        List<RefSample> served =
                second.stream().filter(sample -> sample.rat() != Rat.NONE).toList();
        List<RefSample> rows = served.isEmpty() ? second : served;
        RefSample first = rows.stream().min(ORDER).orElseThrow();
        List<RefSample> same =
                rows.stream().filter(sample -> sample.rat() == first.rat()).toList();
        return first.withSignal(lowerMedian(same, RefSample::rsrpMdbm), lowerMedian(same, RefSample::sinrMdb));
    }

    private static Integer lowerMedian(List<RefSample> rows, Function<RefSample, Integer> value) {
        List<Integer> sorted =
                rows.stream().map(value).filter(Objects::nonNull).sorted().toList();
        return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
    }

    private static final Comparator<RefSample> ORDER = comparing(RefSample::observedMs)
            .thenComparing(sample -> -sample.rat().number())
            .thenComparing(by(sample -> sample.testMode().number()))
            .thenComparing(by(sample -> sample.source().number()))
            .thenComparing(by(
                    sample -> sample.purpose() == null ? null : sample.purpose().number()))
            .thenComparing(by(RefSample::lonE7))
            .thenComparing(by(RefSample::latE7))
            .thenComparing(by(RefSample::accuracyMm))
            .thenComparing(by(RefSample::chainageMm))
            .thenComparing(by(RefSample::spot))
            .thenComparing(by(RefSample::floor));

    private static <T extends Comparable<T>> Comparator<RefSample> by(Function<RefSample, T> column) {
        return comparing(column, nullsFirst(naturalOrder()));
    }
}
