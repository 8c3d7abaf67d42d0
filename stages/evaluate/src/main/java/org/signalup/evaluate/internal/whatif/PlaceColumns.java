package org.signalup.evaluate.internal.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.evaluate.ResultTables;

/** Places in ledger-table order with the range of their targets, and which rule each target falls under. */
final class PlaceColumns {
    /** What chooses the rule of a point. */
    record PointClass(String scenario, String kind) {}

    private final List<String> ids = new ArrayList<>();
    private final List<String> scenarios = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private long[] obliged = new long[0];
    private int[] firstTarget = new int[0];
    private int[] endTarget = new int[0];
    private int[] classes = new int[0];
    private final Map<PointClass, Integer> classNumbers = new LinkedHashMap<>();
    private OutcomeTable before = new OutcomeTable(0, 0);

    private PlaceColumns() {}

    static PlaceColumns read(ResultTables tables, Operators operators) {
        PlaceColumns places = new PlaceColumns();
        places.readPlaces(tables, operators);
        places.readPoints(tables);
        places.readBefore(tables, operators);
        return places;
    }

    private void readPlaces(ResultTables tables, Operators operators) {
        List<Long> sets = new ArrayList<>();
        tables.forEach("SELECT place_id, scenario, operators FROM ledger_place ORDER BY place_id", row -> {
            numbers.put(row.text(0), ids.size());
            ids.add(row.text(0));
            scenarios.add(row.text(1).intern());
            sets.add(operators.set(row.text(2)));
        });
        obliged = sets.stream().mapToLong(Long::longValue).toArray();
        firstTarget = new int[ids.size()];
        endTarget = new int[ids.size()];
    }

    /** The targets of a place stand together. */
    private void readPoints(ResultTables tables) {
        classes = new int[1 + Math.toIntExact(tables.number("SELECT MAX(tid) FROM ledger_point"))];
        tables.forEach(
                "SELECT tid, place_id, scenario, kind FROM ledger_point WHERE tid IS NOT NULL AND place_id IS NOT NULL ORDER BY tid",
                row -> {
                    int target = row.getInt(0);
                    int place = numbers.get(row.text(1));
                    classes[target] = classNumbers.computeIfAbsent(
                            new PointClass(row.text(2), row.text(3)), unused -> classNumbers.size());
                    firstTarget[place] = endTarget[place] == 0 ? target : firstTarget[place];
                    endTarget[place] = target + 1;
                });
    }

    private void readBefore(ResultTables tables, Operators operators) {
        before = new OutcomeTable(operators.size(), ids.size());
        tables.forEach(
                "SELECT place_id, operator, verdict, evidence FROM places",
                row -> before.set(
                        operators.numbers().get(row.text(1)),
                        numbers.get(row.text(0)),
                        OutcomeTable.decided(row, 2, 3)));
    }

    int size() {
        return ids.size();
    }

    /** Number of targets up to the last point of a place. */
    int targets() {
        return classes.length;
    }

    List<String> ids() {
        return ids;
    }

    List<String> scenarios() {
        return scenarios;
    }

    long obliged(int place) {
        return obliged[place];
    }

    int firstTarget(int place) {
        return firstTarget[place];
    }

    int endTarget(int place) {
        return endTarget[place];
    }

    /** The class of a target, as the number in the order of {@link #pointClasses}. */
    int pointClass(int target) {
        return classes[target];
    }

    List<PointClass> pointClasses() {
        return List.copyOf(classNumbers.keySet());
    }

    OutcomeTable before() {
        return before;
    }
}
