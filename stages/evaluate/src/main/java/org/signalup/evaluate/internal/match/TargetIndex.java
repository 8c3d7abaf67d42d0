package org.signalup.evaluate.internal.match;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.DOUBLE;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.List;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.internal.match.Keys.Box;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LocalMetric;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.LineRule;

/**
 * Writes the ledger as datasets that samples can be joined to: capsules by grid cell, check-in points by id, bins by
 * chainage, limits. The only geometry made in Java; it runs over targets, never over samples.
 */
public final class TargetIndex {
    /** What a target answers to, with the box that holds it and the floors it takes samples from. */
    private static final Schema KEY = Schema.of("target_key")
            .with(BIGINT, "key")
            .with(INT, "tid", "lon_from", "lon_to", "lat_from", "lat_to", "level_from", "level_to")
            .build();

    /**
     * A target with its limits and, where it has a place, its capsule: the chord u from a, the chord w back from a to the
     * previous bin's start and the chord v on from the end to the next bin's end. What a neighbour's distance may still be
     * short of for the target to be the nearer one: nothing before, a millimetre behind, anything where there is none.
     */
    private static final Schema TARGET = Schema.of("target")
            .with(INT, "tid", "kind", "line_no", "limit_no", "rival", "rsrp4", "sinr4", "rsrp5", "sinr5")
            .with(DOUBLE, "a_lon", "a_lat", "kx", "kxs", "ky", "kys", "kyb", "ux", "uy", "uinv", "reach2")
            .with(DOUBLE, "slack_before", "wx", "wy", "winv", "slack_behind", "vx", "vy", "vinv")
            .build();

    private static final Schema CHECKIN = Schema.of("target_checkin")
            .with(VARCHAR, "point_id")
            .with(INT, "tid")
            .build();

    /** Bins by whole kilometres of chainage, so that a chainage finds its bin by an equi-join. */
    private static final Schema BUCKET = Schema.of("bin_bucket")
            .with(VARCHAR, "line_id")
            .with(BIGINT, "bucket", "from_mm", "to_mm")
            .with(INT, "tid")
            .build();

    /** Bins that a point with a chainage range takes its samples from. */
    private static final Schema RANGE =
            Schema.of("bin_point").with(INT, "bin_tid", "tid").build();

    private static final Schema POINTS = Schema.of("ledger_point")
            .with(VARCHAR, "point_id")
            .with(DOUBLE, "a_lon", "a_lat", "kx", "kxs", "ky", "kys", "kyb", "radius_m")
            .build();

    private static final Schema LINES = Schema.of("ledger_line")
            .with(VARCHAR, "line_id")
            .with(INT, "line_no")
            .with(BIGINT, "length_mm")
            .build();

    /** The place (kind 0) or line (kind 1) a target belongs to. */
    private static final Schema OBJECTS = Schema.of("target_object")
            .with(INT, "tid", "object_kind", "object_no")
            .build();

    static final long BUCKET_MM = 1_000_000;
    /** More millimetres than there are on earth. */
    private static final double ANYTHING = 1e12;

    static final int POINT = 0;
    static final int BIN = 1;

    private final Targets targets;
    private final Engine engine;

    public TargetIndex(Targets targets, Engine engine) {
        this.targets = targets;
        this.engine = engine;
    }

    /** Writes every dataset of the index. */
    public void write() {
        writeLedger();
        try (TableWriter keys = engine.create(KEY);
                TableWriter capsules = engine.create(TARGET);
                TableWriter buckets = engine.create(BUCKET);
                TableWriter objects = engine.create(OBJECTS)) {
            writePoints(keys, capsules, objects);
            writeLines(keys, capsules, buckets, objects);
        }
        writeCheckins();
        writeRanges();
    }

    private void writeLedger() {
        try (TableWriter out = engine.create(POINTS)) {
            targets.ledger().keyPoints().forEach(point -> writePosition(out, point));
        }
        try (TableWriter out = engine.create(LINES)) {
            for (Line line : targets.ledger().lines()) {
                out.put(line.id())
                        .put(targets.lineNumber(line.id()))
                        .put(line.geometry().lengthMm())
                        .endRow();
            }
        }
    }

    private static void writePosition(TableWriter out, KeyPoint point) {
        out.put(point.id());
        if (point.position().isPresent()) {
            putOrigin(out, point.position().get());
            out.put(point.radiusM());
        } else {
            for (int i = 0; i < POINTS.columns().size() - 1; i++) {
                out.putNull();
            }
        }
        out.endRow();
    }

    private static void putOrigin(TableWriter out, GeoPoint origin) {
        LocalMetric metric = LocalMetric.at(origin.latE7());
        out.put(origin.lonDeg() * 1e7)
                .put(origin.latDeg() * 1e7)
                .put(metric.kx())
                .put(metric.kxSlope())
                .put(metric.ky())
                .put(metric.kySlope())
                .put(metric.kyBend());
    }

    private void writePoints(TableWriter keys, TableWriter capsules, TableWriter objects) {
        for (int tid = 0; tid < targets.pointCount(); tid++) {
            KeyPoint point = targets.points().get(tid);
            boolean ofPlace = point.placeId().isPresent();
            int object = ofPlace
                    ? targets.placeNumber(point.placeId().get())
                    : targets.lineNumber(point.lineId().orElseThrow());
            objects.put(tid).put(ofPlace ? POINT : BIN).put(object).endRow();
            putPoint(capsules, tid, point);
            putKeys(keys, tid, point);
        }
    }

    private void putKeys(TableWriter keys, int tid, KeyPoint point) {
        putKey(keys, Keys.checkin(tid), tid, Box.EVERYWHERE, Integer.MIN_VALUE, Integer.MAX_VALUE);
        // A chainage range says where a point of a line takes its samples from, whatever position it has besides.
        // An indoor point that does not know its floor takes check-ins only.
        if (point.position().isEmpty()
                || point.chainage().isPresent()
                || (point.indoor() && point.floor().isEmpty())) {
            return;
        }
        GeoPoint at = point.position().get();
        Box box = Box.of(at, at, point.radiusM());
        int from = point.indoor() ? point.floor().get() : Integer.MIN_VALUE;
        int to = point.indoor() ? point.floor().get() : Integer.MAX_VALUE;
        box.cells(Keys.SIZE_E7, cell -> putKey(keys, cell, tid, box, from, to));
    }

    private static void putKey(TableWriter keys, long key, int tid, Box box, int levelFrom, int levelTo) {
        keys.put(key).put(tid);
        keys.put(box.lonFrom()).put(box.lonTo()).put(box.latFrom()).put(box.latTo());
        keys.put(levelFrom).put(levelTo).endRow();
    }

    private void putPoint(TableWriter capsules, int tid, KeyPoint point) {
        putTarget(capsules, tid, POINT, -1, limits(point), Rivals.NONE);
        if (point.position().isPresent()) {
            putOrigin(capsules, point.position().get());
            capsules.put(0.0).put(0.0).put(0.0).put(reachSquared(point.radiusM()));
            capsules.put(ANYTHING)
                    .put(0.0)
                    .put(0.0)
                    .put(0.0)
                    .put(ANYTHING)
                    .put(0.0)
                    .put(0.0)
                    .put(0.0);
        } else {
            for (int i = TARGET.index("a_lon"); i < TARGET.columns().size(); i++) {
                capsules.putNull();
            }
        }
        capsules.endRow();
    }

    private void putTarget(TableWriter capsules, int tid, int kind, int lineNumber, LimitSet limits, int rival) {
        capsules.put(tid)
                .put(kind)
                .put(lineNumber)
                .put(targets.limitNumber(limits))
                .put(rival);
        capsules.put(limits.rsrp4()).put(limits.sinr4()).put(limits.rsrp5()).put(limits.sinr5());
    }

    /** Square of the largest distance whose rounding to millimetres is still within the radius. */
    private static double reachSquared(double radiusM) {
        double reach = (Math.round(radiusM * 1000) + 0.5) / 1000;
        return reach * reach;
    }

    private void writeLines(TableWriter keys, TableWriter capsules, TableWriter buckets, TableWriter objects) {
        for (int number = 0; number < targets.ledger().lines().size(); number++) {
            Line line = targets.ledger().lines().get(number);
            LineRule rule = targets.rule(line);
            List<Bin> bins = targets.bins(line);
            LimitSet limits = LimitSet.of(rule.limits(), rule.binTargetShare());
            int[] rivals = Rivals.of(bins, rule.bufferM(), rule.binLengthM());
            for (int i = 0; i < bins.size(); i++) {
                int tid = targets.firstBin(number) + i;
                objects.put(tid).put(BIN).put(number).endRow();
                putBuckets(buckets, line.id(), bins.get(i), tid);
                putTarget(capsules, tid, BIN, number, limits, rivals[i]);
                putCapsule(capsules, bins, i, rule.bufferM());
                putKeys(keys, tid, number, bins.get(i), rule);
            }
        }
    }

    private static void putKeys(TableWriter keys, int tid, int lineNumber, Bin bin, LineRule rule) {
        Box box = Box.of(bin, rule.bufferM());
        box.cells(Keys.SIZE_E7, cell -> {
            putKey(keys, Keys.onLine(cell, lineNumber), tid, box, Integer.MIN_VALUE, Integer.MAX_VALUE);
            if (rule.byPosition()) {
                putKey(keys, cell, tid, box, Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
        });
    }

    private static void putBuckets(TableWriter buckets, String lineId, Bin bin, int tid) {
        for (long bucket = bin.fromMm() / BUCKET_MM; bucket <= bin.toMm() / BUCKET_MM; bucket++) {
            buckets.put(lineId)
                    .put(bucket)
                    .put(bin.fromMm())
                    .put(bin.toMm())
                    .put(tid)
                    .endRow();
        }
    }

    private static void putCapsule(TableWriter capsules, List<Bin> bins, int index, double bufferM) {
        Rivals.Chord chord = Rivals.Chord.of(bins.get(index));
        putOrigin(capsules, bins.get(index).from());
        capsules.put(chord.ux()).put(chord.uy()).put(chord.inverse());
        capsules.put(reachSquared(bufferM));
        putNeighbour(capsules, bins, index, -1);
        putNeighbour(capsules, bins, index, 1);
        capsules.endRow();
    }

    private static boolean hasNeighbour(List<Bin> bins, int index, int step) {
        int other = index + step;
        return other >= 0
                && other < bins.size()
                && bins.get(other).part() == bins.get(index).part();
    }

    /** The neighbour's chord as a vector away from the joint, in this bin's plane; of no length where there is none. */
    private static void putNeighbour(TableWriter capsules, List<Bin> bins, int index, int step) {
        if (!hasNeighbour(bins, index, step)) {
            capsules.put(ANYTHING).put(0.0).put(0.0).put(0.0);
            return;
        }
        Rivals.Chord chord = Rivals.Chord.of(bins.get(index));
        Bin other = bins.get(index + step);
        GeoPoint far = step < 0 ? other.from() : other.to();
        double x = chord.x(far.lonDeg() * 1e7, far.latDeg() * 1e7) - (step < 0 ? 0 : chord.ux());
        double y = chord.y(far.lonDeg() * 1e7, far.latDeg() * 1e7) - (step < 0 ? 0 : chord.uy());
        double squared = x * x + y * y;
        capsules.put(step < 0 ? 0.0 : 1.0);
        capsules.put(x).put(y).put(squared == 0 ? 0 : 1 / squared);
    }

    private void writeCheckins() {
        try (TableWriter out = engine.create(CHECKIN)) {
            for (int tid = 0; tid < targets.pointCount(); tid++) {
                KeyPoint point = targets.points().get(tid);
                out.put(point.id()).put(tid).endRow();
            }
        }
    }

    private void writeRanges() {
        try (TableWriter out = engine.create(RANGE)) {
            for (int tid = 0; tid < targets.pointCount(); tid++) {
                KeyPoint point = targets.points().get(tid);
                if (point.chainage().isPresent()) {
                    writeRange(out, tid, point);
                }
            }
        }
    }

    private void writeRange(TableWriter out, int tid, KeyPoint point) {
        int number = targets.lineNumber(point.lineId().orElseThrow());
        List<Bin> bins = targets.bins(targets.ledger().lines().get(number));
        long from = Math.round(point.chainage().orElseThrow().fromM() * 1000);
        long to = Math.round(point.chainage().orElseThrow().toM() * 1000);
        for (Bin bin : bins) {
            if (bin.fromMm() < to && bin.toMm() > from) {
                out.put(targets.firstBin(number) + bin.number()).put(tid).endRow();
            }
        }
    }

    private LimitSet limits(KeyPoint point) {
        CoverageRule rule = targets.rule(point);
        return LimitSet.of(rule.limits(), rule.targetShare());
    }
}
