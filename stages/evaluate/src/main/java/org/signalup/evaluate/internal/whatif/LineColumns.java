package org.signalup.evaluate.internal.whatif;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Coded;
import org.signalup.domain.LineKind;
import org.signalup.domain.RatRow;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.internal.judge.LineBins;
import org.signalup.evaluate.internal.judge.LineJudge;
import org.signalup.standards.Standard;

/** Lines in ledger-table order with their bins, and how they came out in every RAT row. */
final class LineColumns {
    private static final double MM_PER_M = 1000;

    private final List<String> ids = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<String> grades = new ArrayList<>();
    private final List<Long> obliged = new ArrayList<>();
    private final List<LineBins> bins = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<RatRow, OutcomeTable> byRow = new EnumMap<>(RatRow.class);
    private int[] firstTarget = new int[0];
    private int targets;

    private LineColumns() {}

    static LineColumns read(ResultTables tables, Operators operators) {
        LineColumns lines = new LineColumns();
        tables.forEach("SELECT line_id, kind, grade, operators FROM ledger_line ORDER BY line_id", row -> {
            lines.numbers.put(row.text(0), lines.ids.size());
            lines.ids.add(row.text(0));
            lines.kinds.add(row.text(1));
            lines.grades.add(row.text(2) == null ? "" : row.text(2));
            lines.obliged.add(operators.set(row.text(3)));
        });
        lines.readBins(tables);
        lines.readBefore(tables, operators);
        return lines;
    }

    private void readBins(ResultTables tables) {
        firstTarget = new int[ids.size()];
        Gathered open = new Gathered();
        tables.forEach("SELECT line_id, tid, part, from_m, to_m FROM ledger_bin ORDER BY line_id, bin", row -> {
            int line = numbers.get(row.text(0));
            while (bins.size() < line) {
                bins.add(open.take());
            }
            firstTarget[line] = open.size() == 0 ? row.getInt(1) : firstTarget[line];
            open.add(row);
            targets = Math.max(targets, row.getInt(1) + 1);
        });
        while (bins.size() < ids.size()) {
            bins.add(open.take());
        }
    }

    private static final class Gathered {
        private final List<Integer> parts = new ArrayList<>();
        private final List<Long> froms = new ArrayList<>();
        private final List<Long> tos = new ArrayList<>();

        void add(Row row) {
            parts.add(row.getInt(2));
            froms.add(Math.round(row.getDouble(3) * MM_PER_M));
            tos.add(Math.round(row.getDouble(4) * MM_PER_M));
        }

        int size() {
            return parts.size();
        }

        LineBins take() {
            LineBins taken = new LineBins(
                    parts.stream().mapToInt(Integer::intValue).toArray(),
                    froms.stream().mapToLong(Long::longValue).toArray(),
                    tos.stream().mapToLong(Long::longValue).toArray());
            parts.clear();
            froms.clear();
            tos.clear();
            return taken;
        }
    }

    private void readBefore(ResultTables tables, Operators operators) {
        for (RatRow row : RatRow.values()) {
            byRow.put(row, new OutcomeTable(operators.size(), ids.size()));
        }
        tables.forEach(
                "SELECT line_id, operator, rat, verdict, evidence FROM lines",
                row -> byRow.get(Coded.find(RatRow.class, row.text(2)).orElseThrow())
                        .set(
                                operators.numbers().get(row.text(1)),
                                numbers.get(row.text(0)),
                                OutcomeTable.decided(row, 3, 4)));
    }

    /** How the lines came out in the rows their rules name. */
    OutcomeTable before(Standard standard, Operators operators) {
        OutcomeTable before = new OutcomeTable(operators.size(), size());
        for (int line = 0; line < size(); line++) {
            LineJudge judge = new LineJudge(standard.lineRule(kind(line), grade(line)));
            for (int operator = 0; operator < operators.size(); operator++) {
                if (before(RatRow.ANY).has(operator, line)) {
                    before.set(
                            operator,
                            line,
                            judge.decide(
                                    before(RatRow.ANY).get(operator, line),
                                    before(RatRow.G4).get(operator, line),
                                    before(RatRow.G5).get(operator, line)));
                }
            }
        }
        return before;
    }

    int size() {
        return ids.size();
    }

    /** Number of targets up to the last bin. */
    int targets() {
        return targets;
    }

    List<String> ids() {
        return ids;
    }

    List<String> kinds() {
        return kinds;
    }

    LineKind kind(int line) {
        return LineKind.valueOf(kinds.get(line));
    }

    String grade(int line) {
        return grades.get(line);
    }

    long obliged(int line) {
        return obliged.get(line);
    }

    int firstTarget(int line) {
        return firstTarget[line];
    }

    LineBins bins(int line) {
        return bins.get(line);
    }

    /** How the lines came out in a RAT row. */
    OutcomeTable before(RatRow row) {
        return byRow.get(row);
    }
}
