package org.signalup.simulate.internal;

import java.nio.file.Path;
import java.util.List;
import org.signalup.engine.Engine;
import org.signalup.engine.TableWriter;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.simulate.Calibration;
import org.signalup.simulate.Round;

/** One round being simulated into an engine. */
public final class Simulator implements AutoCloseable {
    private final Engine engine;
    private final TableWriter writer;
    private final SampleRows rows;
    private final PlaceTests placeTests;
    private final LineRuns lineRuns;
    private boolean closed;

    public Simulator(Calibration calibration, Round round, List<String> operators, Engine engine) {
        Radio radio = new Radio(calibration);
        this.engine = engine;
        this.writer = engine.create(SampleRows.SCHEMA);
        this.rows = new SampleRows(writer);
        this.placeTests = new PlaceTests(radio, round, operators, rows);
        this.lineRuns = new LineRuns(radio, round, operators, rows);
    }

    public void place(Place place, List<KeyPoint> points) {
        if (!points.isEmpty()) {
            placeTests.run(place, points);
        }
    }

    public void line(Line line) {
        lineRuns.run(line);
    }

    /** Writes the file and returns the number of its rows. */
    public long publish(Path parquet) {
        close();
        engine.export("SELECT * FROM " + SampleRows.SCHEMA.name(), parquet);
        engine.drop(SampleRows.SCHEMA.name());
        return rows.rows();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            writer.close();
        }
    }
}
