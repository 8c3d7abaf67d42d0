package org.signalup.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.engine.Engine;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.simulate.internal.Simulator;

/**
 * Simulated samples for the places and lines of a ledger: visits to key points, rate tests, service sessions, runs along lines.
 * The same ledger, calibration and round give the same rows on every machine. What they say about an operator is invented.
 */
public final class Simulation {
    private final Ledger ledger;
    private final Calibration calibration;
    private final List<String> operators;

    /** @param operators codes of the operators measured everywhere */
    public Simulation(Ledger ledger, Calibration calibration, List<String> operators) {
        this.ledger = ledger;
        this.calibration = calibration;
        this.operators = List.copyOf(operators);
    }

    /**
     * Writes one round as a canonical sample file.
     *
     * @param engine its dataset {@code simulated_sample} is used and forgotten
     * @param parquet the file to write
     * @return rows written
     */
    public long write(Round round, Engine engine, Path parquet) {
        Map<String, List<KeyPoint>> points = new HashMap<>();
        for (KeyPoint point : ledger.keyPoints()) {
            point.placeId()
                    .ifPresent(id -> points.computeIfAbsent(id, unused -> new ArrayList<>())
                            .add(point));
        }
        try (Simulator simulator = new Simulator(calibration, round, operators, engine)) {
            for (Place place : ledger.places()) {
                simulator.place(place, points.getOrDefault(place.id(), List.of()));
            }
            for (Line line : ledger.lines()) {
                simulator.line(line);
            }
            return simulator.publish(parquet);
        }
    }
}
