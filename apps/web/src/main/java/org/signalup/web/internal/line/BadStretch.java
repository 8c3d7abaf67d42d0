package org.signalup.web.internal.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows;
import org.signalup.publish.Causes;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Measures;
import org.signalup.web.internal.result.Trouble;

/**
 * Neighbouring bins of one part that fail, or are all suspected, for the same trouble.
 *
 * @param lonDeg of its beginning
 */
public record BadStretch(
        String operator,
        Trouble trouble,
        Verdict verdict,
        double fromM,
        double toM,
        Causes causes,
        double lonDeg,
        double latDeg) {
    private static final Comparator<BadStretch> LONGEST = Comparator.comparingDouble(BadStretch::lengthM)
            .reversed()
            .thenComparing(BadStretch::operator)
            .thenComparing(BadStretch::fromM);

    /** A bin that is not covered. */
    private record BadBin(int bin, int part, BadStretch alone) {}

    /** All of a line on one network row, the longest first. */
    static List<BadStretch> list(OpenEvaluation evaluation, String lineId, RatRow rat) {
        Map<String, BadBin> last = new HashMap<>();
        Map<String, BadStretch> running = new HashMap<>();
        List<BadStretch> found = new ArrayList<>();
        evaluation
                .tables()
                .forEach(
                        "SELECT b.bin, l.part, b.operator, b.from_m, b.to_m, l.from_lon, l.from_lat, " + Measures.BIN
                                + " FROM bins AS b JOIN ledger_bin AS l ON b.line_id = l.line_id AND b.bin = l.bin"
                                + " WHERE b.line_id = ? AND l.line_id = ? AND b.rat = ? AND b.operator <> ? AND b.verdict IN"
                                + " ('FAIL', 'RETEST') ORDER BY b.operator, b.bin",
                        row -> {
                            BadBin bin = bin(row);
                            String operator = bin.alone().operator();
                            BadStretch before = running.get(operator);
                            if (before != null && before.continuedBy(last.get(operator), bin)) {
                                running.put(operator, before.and(bin.alone()));
                            } else {
                                running.put(operator, bin.alone());
                                if (before != null) {
                                    found.add(before);
                                }
                            }
                            last.put(operator, bin);
                        },
                        lineId,
                        lineId,
                        rat.code(),
                        ResultRows.ALL);
        found.addAll(running.values());
        return found.stream().sorted(LONGEST).toList();
    }

    private static BadBin bin(Row row) {
        Measures measures = Measures.ofBin(row, 7);
        return new BadBin(
                row.getInt(0),
                row.getInt(1),
                new BadStretch(
                        row.text(2),
                        Trouble.of(measures.causes()),
                        measures.verdict(),
                        row.getDouble(3),
                        row.getDouble(4),
                        measures.causes(),
                        row.getDouble(5),
                        row.getDouble(6)));
    }

    private boolean continuedBy(BadBin before, BadBin bin) {
        return bin.bin() == before.bin() + 1
                && bin.part() == before.part()
                && bin.alone().trouble() == trouble
                && bin.alone().verdict() == verdict;
    }

    private BadStretch and(BadStretch more) {
        return new BadStretch(operator, trouble, verdict, fromM, more.toM, causes.plus(more.causes), lonDeg, latDeg);
    }

    public double lengthM() {
        return toM - fromM;
    }
}
