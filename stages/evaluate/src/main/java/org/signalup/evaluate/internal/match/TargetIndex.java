package org.signalup.evaluate.internal.match;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.BOOLEAN;
import static org.signalup.engine.Column.Type.DOUBLE;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.List;
import java.util.Optional;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LocalMetric;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard.LineRule;

/**
 * Writes the ledger as datasets that samples can be joined to: capsules by grid cell, check-in points by id, bins by
 * chainage, limits. The only geometry made in Java; it runs over targets, never over samples.
 */
public final class TargetIndex {
    /** A capsule in one of its cells: its own chord u from a, the chord w back from a and the chord v on from the end. */
    private static final Schema CELL = Schema.of("target_cell")
            .with(BIGINT, "cell")
            .with(INT, "tid", "kind")
            .with(BOOLEAN, "by_position")
            .with(INT, "line_no")
            .with(BOOLEAN, "indoor")
            .with(INT, "target_floor", "rival")
            .with(DOUBLE, "a_lon", "a_lat", "kx", "kxs", "ky", "kys", "kyb", "ux", "uy", "uinv", "reach2")
            .with(BOOLEAN, "has_prev")
            .with(DOUBLE, "wx", "wy", "winv")
            .with(BOOLEAN, "has_next")
            .with(DOUBLE, "vx", "vy", "vinv")
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

    /** The limits of a target in 1/1000 dB. */
    private static final Schema LIMITS = Schema.of("target_limit")
            .with(INT, "tid", "rsrp4", "sinr4", "rsrp5", "sinr5")
            .build();

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
    static final int POINT = 0;
    static final int BIN = 1;

    private final Targets targets;
    private final Engine engine;

    public TargetIndex(Targets targets, Engine engine) {
        this.targets = targets;
        this.engine = engine;
    }

    /** Writes what samples are matched by. */
    public void writeMatching() {
        writeLedger();
        try (TableWriter cells = engine.create(CELL);
                TableWriter buckets = engine.create(BUCKET)) {
            writePoints(cells);
            writeLines(cells, buckets);
        }
        writeCheckins();
        writeRanges();
    }

    /** Writes which place or line a target belongs to. */
    public void writeObjects() {
        try (TableWriter objects = engine.create(OBJECTS)) {
            for (int tid = 0; tid < targets.pointCount(); tid++) {
                KeyPoint point = targets.points().get(tid);
                boolean ofPlace = point.placeId().isPresent();
                int object = ofPlace
                        ? targets.placeNumber(point.placeId().get())
                        : targets.lineNumber(point.lineId().orElseThrow());
                objects.put(tid).put(ofPlace ? POINT : BIN).put(object).endRow();
            }
            for (int number = 0; number < targets.ledger().lines().size(); number++) {
                for (int tid = targets.firstBin(number); tid < targets.firstBin(number + 1); tid++) {
                    objects.put(tid).put(BIN).put(number).endRow();
                }
            }
        }
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

    private void writePoints(TableWriter cells) {
        for (int tid = 0; tid < targets.pointCount(); tid++) {
            KeyPoint point = targets.points().get(tid);
            Optional<GeoPoint> position = point.position();
            // A chainage range says where a point of a line takes its samples from, whatever position it has besides.
            if (position.isPresent() && point.chainage().isEmpty()) {
                int number = tid;
                Cells.of(position.get(), position.get(), point.radiusM(), Cells.SIZE_E7, cell -> {
                    putPoint(cells, cell, number, point);
                });
            }
        }
    }

    private void putPoint(TableWriter cells, long cell, int tid, KeyPoint point) {
        cells.put(cell).put(tid).put(POINT).put(true).put(-1).put(point.indoor());
        putFloor(cells, point.floor());
        cells.put(Rivals.NONE);
        putOrigin(cells, point.position().orElseThrow());
        cells.put(0.0).put(0.0).put(0.0).put(reachSquared(point.radiusM()));
        cells.put(false).put(0.0).put(0.0).put(0.0);
        cells.put(false).put(0.0).put(0.0).put(0.0);
        cells.endRow();
    }

    private static void putFloor(TableWriter cells, Optional<Integer> floor) {
        if (floor.isPresent()) {
            cells.put(floor.get().intValue());
        } else {
            cells.putNull();
        }
    }

    /** Square of the largest distance whose rounding to millimetres is still within the radius. */
    private static double reachSquared(double radiusM) {
        double reach = (Math.round(radiusM * 1000) + 0.5) / 1000;
        return reach * reach;
    }

    private void writeLines(TableWriter cells, TableWriter buckets) {
        for (int number = 0; number < targets.ledger().lines().size(); number++) {
            Line line = targets.ledger().lines().get(number);
            LineRule rule = targets.rule(line);
            List<Bin> bins = targets.bins(line);
            int[] rivals = Rivals.of(bins, rule.bufferM(), rule.binLengthM());
            for (int i = 0; i < bins.size(); i++) {
                int tid = targets.firstBin(number) + i;
                putBuckets(buckets, line.id(), bins.get(i), tid);
                BinCapsule capsule = new BinCapsule(tid, number, rivals[i], rule, bins, i);
                Cells.of(bins.get(i), rule.bufferM(), Cells.SIZE_E7, cell -> putBin(cells, cell, capsule));
            }
        }
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

    private record BinCapsule(int tid, int line, int rival, LineRule rule, List<Bin> bins, int index) {
        Bin bin() {
            return bins.get(index);
        }

        boolean hasNeighbour(int step) {
            int other = index + step;
            return other >= 0 && other < bins.size() && bins.get(other).part() == bin().part();
        }
    }

    private void putBin(TableWriter cells, long cell, BinCapsule capsule) {
        Rivals.Chord chord = Rivals.Chord.of(capsule.bin());
        cells.put(cell).put(capsule.tid()).put(BIN).put(capsule.rule().byPosition());
        cells.put(capsule.line()).put(false).putNull().put(capsule.rival());
        putOrigin(cells, capsule.bin().from());
        cells.put(chord.ux()).put(chord.uy()).put(chord.inverse());
        cells.put(reachSquared(capsule.rule().bufferM()));
        putNeighbour(cells, capsule, -1, chord);
        putNeighbour(cells, capsule, 1, chord);
        cells.endRow();
    }

    /** The neighbour's chord as a vector away from the joint, in this bin's plane. */
    private static void putNeighbour(TableWriter cells, BinCapsule capsule, int step, Rivals.Chord chord) {
        if (!capsule.hasNeighbour(step)) {
            cells.put(false).put(0.0).put(0.0).put(0.0);
            return;
        }
        Bin other = capsule.bins().get(capsule.index() + step);
        GeoPoint far = step < 0 ? other.from() : other.to();
        double x = chord.x(far.lonDeg() * 1e7, far.latDeg() * 1e7) - (step < 0 ? 0 : chord.ux());
        double y = chord.y(far.lonDeg() * 1e7, far.latDeg() * 1e7) - (step < 0 ? 0 : chord.uy());
        double squared = x * x + y * y;
        cells.put(true).put(x).put(y).put(squared == 0 ? 0 : 1 / squared);
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

    /** Writes the limits of every target. */
    public void writeLimits() {
        try (TableWriter out = engine.create(LIMITS)) {
            targets.forEachLimits((tid, limits) -> out.put(tid)
                    .put(limits.rsrp4())
                    .put(limits.sinr4())
                    .put(limits.rsrp5())
                    .put(limits.sinr5())
                    .endRow());
        }
    }
}
