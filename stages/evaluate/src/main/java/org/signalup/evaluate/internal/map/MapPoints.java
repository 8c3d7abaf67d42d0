package org.signalup.evaluate.internal.map;

import java.util.Optional;
import java.util.function.Supplier;
import org.signalup.domain.RatRow;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.internal.judge.LineBins;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;

/** Key points on a map. One known by its chainage stands where the bin in its middle begins. */
public final class MapPoints {
    private record Spot(KeyPoint point, Optional<Integer> target) {}

    private final Targets targets;
    private final MapVerdicts verdicts;
    private final Supplier<TableWriter> table;
    private final Spots<Spot> spots = new Spots<>();
    private String binsOf = "";
    private LineBins bins;

    MapPoints(Targets targets, MapVerdicts verdicts, Supplier<TableWriter> table) {
        this.targets = targets;
        this.verdicts = verdicts;
        this.table = table;
    }

    /**
     * In the order of ids.
     *
     * @param target its number; empty for one that is exempt
     */
    public void add(KeyPoint point, Optional<Integer> target) {
        point.position()
                .or(() -> point.chainage().flatMap(range -> along(point, range)))
                .ifPresent(position -> spots.add(new Spot(point, target), position));
    }

    private Optional<GeoPoint> along(KeyPoint point, KeyPoint.Range range) {
        Line line =
                targets.ledger().lines().get(targets.lineNumber(point.lineId().orElseThrow()));
        if (!line.id().equals(binsOf)) {
            bins = LineBins.of(targets.pieces(line));
            binsOf = line.id();
        }
        int bin = bins.firstBeyond(Math.round((range.fromM() + range.toM()) / 2 * 1000));
        return bin == bins.size()
                ? Optional.empty()
                : Optional.of(line.geometry().parts().get(bins.part(bin)).at(bins.fromMm(bin)));
    }

    /** Writes the table. */
    public void publish() {
        OperatorCodes.Slots codes = verdicts.points();
        try (TableWriter out = table.get()) {
            spots.forEach((spot, x, y) -> {
                KeyPoint point = spot.point;
                out.put(point.id());
                out.put(point.placeId().orElse(null)).put(point.lineId().orElse(null));
                out.put(point.name()).put(point.kind()).put(targets.scenario(point));
                out.put(point.placeId().map(this::division).orElse(""));
                out.put(x).put(y);
                for (RatRow rat : RatRow.values()) {
                    out.put(spot.target
                            .map(target -> codes.packed(MapVerdicts.cell(target, rat)))
                            .orElse(0L));
                }
                out.endRow();
            });
        }
    }

    private String division(String placeId) {
        return targets.ledger().places().get(targets.placeNumber(placeId)).divisionCode();
    }
}
