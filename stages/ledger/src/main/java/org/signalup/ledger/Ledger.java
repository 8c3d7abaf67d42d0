package org.signalup.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.Problem;
import org.signalup.geo.Surroundings;

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

    /** Which instrument each registered device is, by ids as the ledger has them. */
    public Map<String, String> instrumentsByDevice() {
        Map<String, String> known = new TreeMap<>();
        instruments.forEach(one -> one.devices().forEach(device -> known.putIfAbsent(device, one.id())));
        return known;
    }

    /** Where its places, key points and lines are. */
    public Surroundings surroundings() {
        Surroundings.Builder all = new Surroundings.Builder();
        places.forEach(place -> all.add(place.position()));
        keyPoints.forEach(point -> point.position().ifPresent(all::add));
        lines.forEach(line -> line.geometry().parts().forEach(part -> all.add(part.vertices())));
        return all.build();
    }

    /** 行政区划: a code with its name and parent. */
    public record Division(String code, String name, Optional<String> parent) {}
}
