package org.signalup.evaluate.internal.map;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.MapCode;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.internal.match.Targets;

/** What places, key points and bins show on a map, a byte for each row: kept as they are judged. Key points and bins may be judged at once. */
public final class MapVerdicts {
    private static final int RATS = RatRow.values().length;

    private final int firstBin;
    private final OperatorCodes places;
    private final OperatorCodes stars;
    private final OperatorCodes points;
    private final OperatorCodes bins;
    private final Set<String> ofLines = new HashSet<>();

    public MapVerdicts(Targets targets) {
        firstBin = targets.pointCount();
        places = new OperatorCodes(targets.ledger().places().size());
        stars = new OperatorCodes(targets.ledger().places().size());
        points = new OperatorCodes(firstBin * RATS);
        bins = new OperatorCodes((targets.count() - firstBin) * RATS);
    }

    /** @param number of the place */
    public void place(int number, PlaceRow row) {
        places.put(number, row.operator(), MapCode.number(row.verdict(), row.evidence()));
        stars.put(number, row.operator(), row.stars().orElse(0));
    }

    /** @param target number of the key point */
    public void point(int target, PointRow row) {
        points.put(cell(target, row.rat()), row.operator(), MapCode.number(row.verdict(), row.evidence()));
    }

    /** @param target number of the bin */
    public void bin(int target, BinRow row) {
        bins.put(binCell(target, row.rat()), row.operator(), MapCode.number(row.verdict(), row.evidence()));
    }

    /** A line shows what its bins show; that it was judged for an operator makes room for him. */
    public void line(LineRow row) {
        ofLines.add(row.operator());
    }

    /** Where the code of a key point, or of a bin counted from the first, is. */
    static int cell(int object, RatRow rat) {
        return object * RATS
                + switch (rat) {
                    case ANY -> 0;
                    case G4 -> 1;
                    case G5 -> 2;
                };
    }

    /** Slot by slot the operator; more operators than there are slots stay off the map. */
    List<String> operators() {
        Set<String> all = new TreeSet<>(OperatorCodes.ORDER);
        all.addAll(ofLines);
        all.addAll(places.operators());
        all.addAll(points.operators());
        return all.stream().limit(MapCode.MOST_OPERATORS).toList();
    }

    OperatorCodes.Slots places() {
        return places.inSlots(operators());
    }

    OperatorCodes.Slots stars() {
        return stars.inSlots(operators());
    }

    /** By {@link #cell}. */
    OperatorCodes.Slots points() {
        return points.inSlots(operators());
    }

    /** By {@link #binCell}. */
    OperatorCodes.Slots bins() {
        return bins.inSlots(operators());
    }

    int binCell(int target, RatRow rat) {
        return cell(target - firstBin, rat);
    }
}
