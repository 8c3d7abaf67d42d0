package org.signalup.testkit.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.Settling.Reject;

/** What was refused for its instrument, by the objects where it would have counted; asked of every refused row anew. */
public final class InstrumentReport {
    private final Ledger ledger;
    private final Matching matching;
    private final Map<String, KeyPoint> points = new HashMap<>();

    public InstrumentReport(Ledger ledger, Matching matching) {
        this.ledger = ledger;
        this.matching = matching;
        ledger.keyPoints().forEach(point -> points.put(point.id(), point));
    }

    /** @param rejects of the period */
    public List<InstrumentRow> rows(List<Reject> rejects) {
        Map<String, InstrumentRow> rows = new TreeMap<>(TextOrder.CODE_POINTS);
        for (Reject reject : rejects) {
            RefSample sample = reject.sample();
            boolean test = CrowdFiltering.isTest(sample);
            if (reject.code().startsWith("INSTRUMENT_") && (sample.coverage() || test)) {
                for (List<String> object : objects(sample)) {
                    InstrumentRow row = new InstrumentRow(
                            object.get(0),
                            object.get(1),
                            sample.operator(),
                            sample.source(),
                            instrument(sample),
                            reject.code(),
                            sample.coverage() ? 1 : 0,
                            test ? 1 : 0);
                    rows.merge(key(row), row, InstrumentReport::plus);
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private Set<List<String>> objects(RefSample sample) {
        Matching.Matches matches = matching.match(List.of(sample));
        Set<List<String>> objects =
                new TreeSet<>((a, b) -> (a.get(0) + " " + a.get(1)).compareTo(b.get(0) + " " + b.get(1)));
        matches.points().keySet().forEach(id -> {
            KeyPoint point = points.get(id);
            objects.add(point.placeId()
                    .map(place -> List.of("PLACE", place))
                    .orElseGet(() -> List.of("LINE", point.lineId().orElseThrow())));
        });
        matches.bins().keySet().forEach(line -> objects.add(List.of("LINE", line)));
        return objects.isEmpty() ? Set.of(List.of("NONE", "")) : objects;
    }

    private String instrument(RefSample sample) {
        return sample.instrumentId() != null
                ? sample.instrumentId()
                : ledger.instruments().stream()
                        .filter(one ->
                                sample.deviceId() != null && one.devices().contains(sample.deviceId()))
                        .map(one -> one.id())
                        .findFirst()
                        .orElse("");
    }

    private static String key(InstrumentRow row) {
        return String.join(
                "\u0001",
                row.object(),
                row.objectId(),
                row.operator(),
                row.source().code(),
                row.instrumentId(),
                row.code());
    }

    private static InstrumentRow plus(InstrumentRow one, InstrumentRow other) {
        return new InstrumentRow(
                one.object(),
                one.objectId(),
                one.operator(),
                one.source(),
                one.instrumentId(),
                one.code(),
                one.samples() + other.samples(),
                one.tests() + other.tests());
    }
}
