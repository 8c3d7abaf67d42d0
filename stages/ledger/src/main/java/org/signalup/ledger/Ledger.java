package org.signalup.ledger;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Problem;

/**
 * 台账 after reading: everything in WGS-84, sorted by id in code-point order.
 *
 * @param instruments the register of instruments; empty where there is none
 * @param warnings what was odd but not refused
 * @param digest SHA-256 over the files read, by name
 */
public record Ledger(
        List<Place> places,
        List<KeyPoint> keyPoints,
        List<Line> lines,
        List<Division> divisions,
        List<Instrument> instruments,
        List<Problem> warnings,
        String digest) {
    public Ledger {
        places = List.copyOf(places);
        keyPoints = List.copyOf(keyPoints);
        lines = List.copyOf(lines);
        divisions = List.copyOf(divisions);
        instruments = List.copyOf(instruments);
        warnings = List.copyOf(warnings);
    }

    /** 行政区划: a code with its name and parent. */
    public record Division(String code, String name, Optional<String> parent) {}
}
