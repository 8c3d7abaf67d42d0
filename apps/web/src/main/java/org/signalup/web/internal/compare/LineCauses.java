package org.signalup.web.internal.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.signalup.domain.LineKind;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.LineRule;

/** What changed for single lines. */
final class LineCauses implements Flips.Causes {
    private static final String COLUMNS = "line_id, kind, grade, operators, length_m";
    private static final String BINS = "line_id, bin, part, from_m, to_m, from_lon, from_lat, to_lon, to_lat";
    private static final String LEDGER = """
            SELECT DISTINCT line_id FROM (
              (SELECT %1$s FROM %2$s EXCEPT SELECT %1$s FROM other_%2$s)
              UNION ALL (SELECT %1$s FROM other_%2$s EXCEPT SELECT %1$s FROM %2$s)) AS d""";
    private static final String COUNTS =
            "SELECT line_id, bin, operator, rat, samples, clusters, dates, no_service FROM %s WHERE operator <> 'ALL' AND (? ="
                    + " 'ALL' OR operator = ?)";

    private final Pair pair;
    private final Map<String, String> grades = new HashMap<>();

    LineCauses(Pair pair) {
        this.pair = pair;
    }

    @Override
    public Set<String> ledger() {
        Set<String> ids = new HashSet<>();
        pair.tables().forEach(LEDGER.formatted(COLUMNS, "ledger_line"), row -> ids.add(row.text(0)));
        // Bins differ with the line's course, but also with the standard's bin length.
        if (sameBinLengths()) {
            pair.tables().forEach(LEDGER.formatted(BINS, "ledger_bin"), row -> ids.add(row.text(0)));
        }
        return ids;
    }

    private boolean sameBinLengths() {
        return pair.here().results().standard().lineRules().stream()
                .map(LineRule::binLengthM)
                .toList()
                .equals(pair.other().results().standard().lineRules().stream()
                        .map(LineRule::binLengthM)
                        .toList());
    }

    @Override
    public Set<String> data(String operator) {
        String here = COUNTS.formatted("bins");
        String other = COUNTS.formatted("other_bins");
        Set<String> ids = new HashSet<>();
        pair.tables()
                .forEach(
                        "SELECT DISTINCT line_id FROM ((" + here + " EXCEPT " + other + ") UNION ALL (" + other
                                + " EXCEPT " + here + ")) AS d",
                        row -> ids.add(row.text(0)),
                        operator,
                        operator,
                        operator,
                        operator,
                        operator,
                        operator,
                        operator,
                        operator);
        new TestData(pair).addLines(operator, ids);
        return ids;
    }

    @Override
    public boolean standard(Flip flip) {
        Standard here = pair.here().results().standard();
        Standard other = pair.other().results().standard();
        if (!here.statistics().equals(other.statistics())
                || !here.matching().equals(other.matching())
                || !here.obligedOperators().equals(other.obligedOperators())) {
            return true;
        }
        boolean stars = !flip.before().stars().equals(flip.after().stars());
        if (stars && !(here.stars().equals(other.stars()) && here.rates().equals(other.rates()))) {
            return true;
        }
        if (grades.isEmpty()) {
            pair.tables()
                    .forEach(
                            "SELECT line_id, grade FROM ledger_line",
                            row -> grades.put(row.text(0), row.text(1) == null ? "" : row.text(1)));
        }
        LineKind kind = LineKind.valueOf(flip.group());
        String grade = grades.getOrDefault(flip.id(), "");
        return !same(here.lineRule(kind, grade), other.lineRule(kind, grade));
    }

    private static boolean same(LineRule one, LineRule two) {
        return one.limits().equals(two.limits())
                && one.binTargetShare() == two.binTargetShare()
                && one.binMinSamples() == two.binMinSamples()
                && one.lineTargetShare() == two.lineTargetShare()
                && one.longestGapM().equals(two.longestGapM())
                && one.binLengthM() == two.binLengthM()
                && one.bufferM() == two.bufferM()
                && one.byPosition() == two.byPosition()
                && one.ratRule() == two.ratRule();
    }
}
