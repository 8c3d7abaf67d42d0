package org.signalup.evaluate.internal.map;

import java.util.function.Supplier;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.ledger.Place;

/** Places on a map. */
public final class MapPlaces {
    private final Targets targets;
    private final MapVerdicts verdicts;
    private final Supplier<TableWriter> table;
    private final Spots<Place> spots = new Spots<>();

    MapPlaces(Targets targets, MapVerdicts verdicts, Supplier<TableWriter> table) {
        this.targets = targets;
        this.verdicts = verdicts;
        this.table = table;
    }

    /** In the order of ids. */
    public void add(Place place) {
        spots.add(place, place.position());
    }

    /** Writes the table. */
    public void publish() {
        OperatorCodes.Slots codes = verdicts.places();
        OperatorCodes.Slots stars = verdicts.stars();
        try (TableWriter out = table.get()) {
            spots.forEach((place, x, y) -> {
                int number = targets.placeNumber(place.id());
                out.put(place.id()).put(place.name()).put(place.scenario()).put(place.divisionCode());
                out.put(x).put(y);
                out.put(codes.packed(number)).put(stars.packed(number)).endRow();
            });
        }
    }
}
