package org.signalup.evaluate.internal.roll;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Coded;
import org.signalup.domain.Measure;
import org.signalup.domain.RatRow;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.QuantileSql;
import org.signalup.evaluate.internal.write.ResultSink;

/**
 * How levels and latency are spread at places, along lines and in regions; rates are told by {@link RateRoll}. Levels of a place are
 * those of its key points, a sample once for each that it counts at; levels of a line those of its bins, each sample once; levels of a
 * region those of its places and lines together.
 */
final class QuantileRoll {
    private static final double THOUSANDTHS = 1000;
    private static final int PLACE = RateRoll.OBJECTS.indexOf(RateRoll.PLACE);
    private static final int LINE = RateRoll.OBJECTS.indexOf(RateRoll.LINE);

    private final Engine engine;
    private final Targets targets;
    private final TargetRegions regions;
    private final ResultSink sink;
    private final Map<String, Integer> divisions = new LinkedHashMap<>();
    private int parts;

    QuantileRoll(Engine engine, Targets targets, TargetRegions regions, ResultSink sink) {
        this.engine = engine;
        this.targets = targets;
        this.regions = regions;
        this.sink = sink;
    }

    /** Reads {@code levels} and, if there are tests, what was counted of them. */
    void run(boolean tests) {
        writeParts();
        writeRegions();
        engine.forEach(new QuantileSql(engine).quantiles(tests), row -> sink.quantile(row(row)));
    }

    /** Targets of a place or line that lie in one division follow each other: a part is their first and last. */
    private void writeParts() {
        try (TableWriter out = engine.create(QuantileSql.PARTS)) {
            int first = 0;
            for (int tid = 0; tid < targets.pointCount(); tid++) {
                int place = place(tid);
                boolean last = tid + 1 == targets.pointCount() || place != place(tid + 1);
                if (last && place >= 0) {
                    write(
                            out,
                            PLACE,
                            place,
                            first,
                            tid,
                            targets.ledger().places().get(place).divisionCode());
                }
                first = last ? tid + 1 : first;
            }
            for (int line = 0; line < targets.ledger().lines().size(); line++) {
                write(out, line, regions.divisionsAlong(line));
            }
        }
    }

    /** Number of the place of a point; -1 for a point of a line. */
    private int place(int tid) {
        return targets.points().get(tid).placeId().map(targets::placeNumber).orElse(-1);
    }

    private void write(TableWriter out, int line, List<String> along) {
        int offset = targets.firstBin(line);
        int first = 0;
        for (int bin = 0; bin < along.size(); bin++) {
            if (bin + 1 == along.size() || !along.get(bin).equals(along.get(bin + 1))) {
                write(out, LINE, line, offset + first, offset + bin, along.get(bin));
                first = bin + 1;
            }
        }
    }

    private void write(TableWriter out, int kind, int object, int first, int last, String division) {
        int divisionNo = divisions.computeIfAbsent(division, unused -> divisions.size());
        out.put(parts++).put(kind).put(object).put(first).put(last);
        out.put(divisionNo).endRow();
    }

    private void writeRegions() {
        try (TableWriter out = engine.create(QuantileSql.REGIONS)) {
            divisions.forEach((code, number) -> regions.of(code)
                    .forEach(region ->
                            out.put(number).put(regions.number(region)).endRow()));
        }
    }

    private QuantileRow row(Row row) {
        Measure measure = Coded.of(Measure.class, row.getInt(4));
        return new QuantileRow(
                RateRoll.OBJECTS.get(row.getInt(0)),
                regions.objectId(row.getInt(0), row.getInt(1)),
                row.text(2),
                Coded.of(RatRow.class, row.getInt(3)),
                measure,
                row.text(5),
                row.getLong(6),
                row.getLong(7) / THOUSANDTHS,
                row.getLong(8) / THOUSANDTHS,
                row.getLong(9) / THOUSANDTHS,
                QuantileSql.step(measure) / THOUSANDTHS);
    }
}
