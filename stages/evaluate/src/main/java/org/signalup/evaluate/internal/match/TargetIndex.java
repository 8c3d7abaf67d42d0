package org.signalup.evaluate.internal.match;

import static org.signalup.engine.Column.Type.BIGINT;
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
import org.signalup.geo.LineGeometry.Piece;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard.LineRule;

/**
 * Writes the ledger as datasets that samples can be joined to: capsules by grid cell (or a function of a position), check-in points by id, bins by
 * chainage, limits. The only geometry made in Java; it runs over targets, never over samples.
 */
public final class TargetIndex {
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

    /** The places of every set of so many targets. */
    private static final Schema RANK =
            Schema.of("target_rank").with(INT, "n", "place", "shift").build();

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
    /** Kinds of the objects that targets belong to. */
    private static final int PLACE = 0;

    private static final int LINE = 1;

    private final Targets targets;
    private final Engine engine;

    public TargetIndex(Targets targets, Engine engine) {
        this.targets = targets;
        this.engine = engine;
    }

    /** Writes what samples are matched by. */
    public void writeMatching() {
        writeLedger();
        writeCapsules();
        writeBuckets();
        writeCheckins();
        writeRanges();
    }

    /** In memory, for an engine that calls functions, else as a dataset. */
    private void writeCapsules() {
        if (CapsuleGrid.fits(targets.count(), engine.functionHeapBytes())) {
            CapsuleGrid.Builder builder = new CapsuleGrid.Builder(targets.count());
            forEachCapsule(builder);
            CapsuleGrid grid = builder.build();
            if (grid.mostAtOnce() <= CapsuleGrid.COUNT_MASK) {
                writeGrid(grid);
                return;
            }
        }
        try (TableWriter cells = engine.create(CapsuleTable.SCHEMA)) {
            forEachCapsule(new CapsuleTable(cells));
        }
    }

    private void writeGrid(CapsuleGrid grid) {
        engine.function(MatchSql.TARGETS_AT, CapsuleGrid.SAMPLE, grid);
        engine.function(MatchSql.TARGET_AT, CapsuleGrid.SAMPLE_AND_PLACE, grid);
        try (TableWriter out = engine.create(RANK)) {
            for (int n = 1; n <= grid.mostAtOnce(); n++) {
                for (int place = 0; place < n; place++) {
                    out.put(n).put(place).put(CapsuleGrid.shift(place)).endRow();
                }
            }
        }
    }

    /** Each capsule with each cell it touches, in the order of targets. */
    private void forEachCapsule(Capsule.Sink sink) {
        forEachPoint(sink);
        forEachBin(sink);
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
                objects.put(tid).put(ofPlace ? PLACE : LINE).put(object).endRow();
            }
            for (int number = 0; number < targets.ledger().lines().size(); number++) {
                for (int tid = targets.firstBin(number); tid < targets.firstBin(number + 1); tid++) {
                    objects.put(tid).put(LINE).put(number).endRow();
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
            CapsuleTable.put(out, Capsule.Origin.of(point.position().get()));
            out.put(point.radiusM());
        } else {
            for (int i = 0; i < POINTS.columns().size() - 1; i++) {
                out.putNull();
            }
        }
        out.endRow();
    }

    private void forEachPoint(Capsule.Sink sink) {
        for (int tid = 0; tid < targets.pointCount(); tid++) {
            KeyPoint point = targets.points().get(tid);
            Optional<GeoPoint> position = point.position();
            // A chainage range says where a point of a line takes its samples from, whatever position it has besides.
            if (position.isPresent() && point.chainage().isEmpty()) {
                Capsule capsule = capsule(tid, point, position.get());
                capsule.box().cells(Cells.SIZE_E7, cell -> sink.put(cell, capsule));
            }
        }
    }

    private static Capsule capsule(int tid, KeyPoint point, GeoPoint position) {
        return new Capsule(
                tid,
                true,
                Capsule.NO_LINE,
                point.indoor(),
                point.floor(),
                Rivals.NONE,
                Capsule.Origin.of(position),
                Cells.Box.around(position, position, point.radiusM()),
                Capsule.Chord.NONE,
                reachSquared(point.radiusM()),
                Optional.empty(),
                Optional.empty());
    }

    /** Square of the largest distance whose rounding to millimetres is still within the radius. */
    private static double reachSquared(double radiusM) {
        double reach = (Math.round(radiusM * 1000) + 0.5) / 1000;
        return reach * reach;
    }

    private void forEachBin(Capsule.Sink sink) {
        for (int number = 0; number < targets.ledger().lines().size(); number++) {
            Line line = targets.ledger().lines().get(number);
            LineRule rule = targets.rule(line);
            List<Bin> bins = targets.bins(line);
            int[] rivals = Rivals.of(bins, rule.bufferM(), rule.binLengthM());
            for (int i = 0; i < bins.size(); i++) {
                BinPlace place = new BinPlace(targets.firstBin(number) + i, number, rivals[i], rule, bins, i);
                Capsule capsule = place.capsule();
                capsule.box().cells(Cells.SIZE_E7, cell -> sink.put(cell, capsule));
            }
        }
    }

    /** A bin among the bins of its line. */
    private record BinPlace(int tid, int line, int rival, LineRule rule, List<Bin> bins, int index) {
        Capsule capsule() {
            Rivals.Chord chord = Rivals.Chord.of(bin());
            return new Capsule(
                    tid,
                    rule.byPosition(),
                    line,
                    false,
                    Optional.empty(),
                    rival,
                    Capsule.Origin.of(bin().from()),
                    Cells.Box.around(bin().from(), bin().to(), rule.bufferM()),
                    new Capsule.Chord(chord.ux(), chord.uy(), chord.inverse()),
                    reachSquared(rule.bufferM()),
                    neighbour(-1, chord),
                    neighbour(1, chord));
        }

        private Bin bin() {
            return bins.get(index);
        }

        /** The neighbour's chord as a vector away from the joint, in this bin's plane. */
        private Optional<Capsule.Chord> neighbour(int step, Rivals.Chord chord) {
            int other = index + step;
            if (other < 0 || other >= bins.size() || bins.get(other).part() != bin().part()) {
                return Optional.empty();
            }
            GeoPoint far = step < 0 ? bins.get(other).from() : bins.get(other).to();
            double x = chord.x(far.lonDeg() * 1e7, far.latDeg() * 1e7) - (step < 0 ? 0 : chord.ux());
            double y = chord.y(far.lonDeg() * 1e7, far.latDeg() * 1e7) - (step < 0 ? 0 : chord.uy());
            return Optional.of(Capsule.Chord.of(x, y));
        }
    }

    private void writeBuckets() {
        try (TableWriter out = engine.create(BUCKET)) {
            for (int number = 0; number < targets.ledger().lines().size(); number++) {
                Line line = targets.ledger().lines().get(number);
                int tid = targets.firstBin(number);
                for (Piece piece : targets.pieces(line)) {
                    putBuckets(out, line.id(), piece, tid++);
                }
            }
        }
    }

    private static void putBuckets(TableWriter buckets, String lineId, Piece bin, int tid) {
        for (long bucket = bin.fromMm() / BUCKET_MM; bucket <= bin.toMm() / BUCKET_MM; bucket++) {
            buckets.put(lineId)
                    .put(bucket)
                    .put(bin.fromMm())
                    .put(bin.toMm())
                    .put(tid)
                    .endRow();
        }
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
        int binTid = targets.firstBin(number);
        long from = Math.round(point.chainage().orElseThrow().fromM() * 1000);
        long to = Math.round(point.chainage().orElseThrow().toM() * 1000);
        for (Piece bin : targets.pieces(targets.ledger().lines().get(number))) {
            if (bin.fromMm() < to && bin.toMm() > from) {
                out.put(binTid).put(tid).endRow();
            }
            binTid++;
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
