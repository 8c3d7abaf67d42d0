package org.signalup.web.internal.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.signalup.domain.LineKind;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.LineRule;

/** What changed for single lines. */
final class LineCauses implements Flips.Causes {
    private static final String LINES = "SELECT line_id, kind, grade, operators, length_m FROM %sledger_line";
    private static final String BINS =
            "SELECT line_id, bin, part, from_m, to_m, from_lon, from_lat, to_lon, to_lat FROM %sledger_bin";
    private static final String COUNTS =
            "SELECT line_id, bin, operator, rat, samples, clusters, dates, no_service FROM %sbins WHERE operator <> 'ALL' AND (? ="
                    + " 'ALL' OR operator = ?)";

    private final Pair pair;
    private final Map<String, String> grades = new HashMap<>();

    LineCauses(Pair pair) {
        this.pair = pair;
    }

    @Override
    public Set<String> ledger() {
        Set<String> ids = new Differing(pair).ids("line_id", LINES);
        // Bins differ with the line's course, but also with the standard's bin length.
        if (sameBinLengths()) {
            ids.addAll(new Differing(pair).ids("line_id", BINS));
        }
        return ids;
    }

    private boolean sameBinLengths() {
        return pair.here().standard().lineRules().stream()
                .map(LineRule::binLengthM)
                .toList()
                .equals(pair.other().standard().lineRules().stream()
                        .map(LineRule::binLengthM)
                        .toList());
    }

    @Override
    public Set<String> data(String operator) {
        Set<String> ids = new Differing(pair).ids("line_id", COUNTS, operator, operator);
        new TestData(pair).addLines(operator, ids);
        return ids;
    }

    @Override
    public boolean standard(Flip flip) {
        Standard here = pair.here().standard();
        Standard other = pair.other().standard();
        if (!pair.sameGround()) {
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
