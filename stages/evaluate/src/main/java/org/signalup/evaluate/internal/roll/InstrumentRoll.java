package org.signalup.evaluate.internal.roll;

import org.signalup.domain.Coded;
import org.signalup.domain.Source;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.LostSamples;
import org.signalup.evaluate.internal.write.ResultSink;

/** What places and lines lost because samples were refused for their instrument. */
public final class InstrumentRoll {
    private static final String NONE = "NONE";

    private final Engine engine;
    private final Targets targets;

    public InstrumentRoll(Engine engine, Targets targets) {
        this.engine = engine;
        this.targets = targets;
    }

    /** Reads {@link LostSamples#NAME}. */
    public void run(ResultSink sink) {
        engine.forEach(
                "SELECT COALESCE(o.object_kind, -1), COALESCE(o.object_no, -1), l.operator, l.source, l.instrument, l.code,"
                        + " CAST(SUM(l.samples) AS BIGINT), CAST(SUM(l.tests) AS BIGINT) FROM " + LostSamples.NAME
                        + " AS l LEFT JOIN target_object AS o ON l.tid = o.tid"
                        + " GROUP BY o.object_kind, o.object_no, l.operator, l.source, l.instrument, l.code",
                row -> sink.instrument(row(row)));
    }

    private InstrumentRow row(Row row) {
        int kind = row.getInt(0);
        return new InstrumentRow(
                kind < 0 ? NONE : RateRoll.OBJECTS.get(kind),
                kind < 0 ? "" : id(RateRoll.OBJECTS.get(kind), row.getInt(1)),
                row.text(2),
                Coded.of(Source.class, row.getInt(3)),
                row.text(4),
                row.text(5),
                row.getLong(6),
                row.getLong(7));
    }

    private String id(String object, int number) {
        return object.equals(RateRoll.PLACE)
                ? targets.ledger().places().get(number).id()
                : targets.ledger().lines().get(number).id();
    }
}
