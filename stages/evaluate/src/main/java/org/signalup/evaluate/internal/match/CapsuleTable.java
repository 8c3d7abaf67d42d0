package org.signalup.evaluate.internal.match;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.BOOLEAN;
import static org.signalup.engine.Column.Type.DOUBLE;
import static org.signalup.engine.Column.Type.INT;

import java.util.Optional;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

/** Capsules as rows that samples are joined to by SQL: each in every cell it touches. */
final class CapsuleTable implements Capsule.Sink {
    static final int POINT = 0;
    static final int BIN = 1;

    /** A capsule's own chord u from a, the chord w back from a and the chord v on from the end. */
    static final Schema SCHEMA = Schema.of("target_cell")
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

    private final TableWriter rows;

    CapsuleTable(TableWriter rows) {
        this.rows = rows;
    }

    @Override
    public void put(long cell, Capsule capsule) {
        rows.put(cell).put(capsule.tid()).put(capsule.isPoint() ? POINT : BIN).put(capsule.byPosition());
        rows.put(capsule.line()).put(capsule.indoor());
        if (capsule.floor().isPresent()) {
            rows.put(capsule.floor().get().intValue());
        } else {
            rows.putNull();
        }
        rows.put(capsule.rival());
        put(rows, capsule.origin());
        put(capsule.chord());
        rows.put(capsule.reachSquared());
        put(capsule.previous());
        put(capsule.next());
        rows.endRow();
    }

    /** Seven numbers. */
    static void put(TableWriter rows, Capsule.Origin origin) {
        rows.put(origin.lonE7())
                .put(origin.latE7())
                .put(origin.metric().kx())
                .put(origin.metric().kxSlope())
                .put(origin.metric().ky())
                .put(origin.metric().kySlope())
                .put(origin.metric().kyBend());
    }

    private void put(Optional<Capsule.Chord> neighbour) {
        rows.put(neighbour.isPresent());
        put(neighbour.orElse(Capsule.Chord.NONE));
    }

    private void put(Capsule.Chord chord) {
        rows.put(chord.x()).put(chord.y()).put(chord.inverse());
    }
}
