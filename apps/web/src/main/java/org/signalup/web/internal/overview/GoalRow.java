package org.signalup.web.internal.overview;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.signalup.domain.Coded;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.publish.Words;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Unit;
import org.signalup.web.internal.site.Counts;
import org.signalup.web.internal.site.Filter;

/**
 * A target of the programme in a region for an operator: what was wanted, reported, tested and proven. Counts are in the
 * target's unit; for rates there are only goal, estimate and its bounds.
 *
 * @param counts all that is open stands under {@code notMeasured} as far as it was not tested, else under {@code undecided}
 */
public record GoalRow(
        ProgrammeTarget target,
        String operator,
        OptionalDouble goal,
        OptionalDouble base,
        double reported,
        Counts counts,
        OptionalDouble estimate,
        OptionalDouble low,
        OptionalDouble high,
        OptionalLong n,
        Optional<Verdict> verdict) {
    static final String COLUMNS =
            "target, operator, goal, base, reported, tested, passed_a, passed_b, passed_c, retest,"
                    + " failed, open, listed, estimate, low, high, n, verdict";

    static GoalRow of(ProgrammeTarget target, Row row) {
        double open = zero(row, 11);
        double unseen = Math.min(open, zero(row, 12) - zero(row, 5));
        return new GoalRow(
                target,
                row.text(1),
                number(row, 2),
                number(row, 3),
                zero(row, 4),
                new Counts(
                        zero(row, 6),
                        zero(row, 7),
                        zero(row, 8),
                        zero(row, 9),
                        zero(row, 10),
                        0,
                        Math.max(0, open - unseen),
                        unseen),
                number(row, 13),
                number(row, 14),
                number(row, 15),
                row.isNull(16) ? OptionalLong.empty() : OptionalLong.of(row.getLong(16)),
                Optional.ofNullable(row.text(17)).flatMap(code -> Coded.find(Verdict.class, code)));
    }

    private static double zero(Row row, int column) {
        return row.isNull(column) ? 0 : row.getDouble(column);
    }

    private static OptionalDouble number(Row row, int column) {
        return row.isNull(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(column));
    }

    public boolean rate() {
        return target.unit() == Unit.MBPS || target.unit() == Unit.SHARE;
    }

    /** The goal is everything listed. */
    public boolean all() {
        return target.goals().stream().anyMatch(ProgrammeTarget.Goal::all);
    }

    /** Its goal is a share of what is listed. */
    public boolean share() {
        return target.unit() == Unit.PLACE_SHARE || target.unit() == Unit.SHARE;
    }

    /** 上报 − 达标: reported done and not shown to be. Negative when more is proven than was reported. */
    public double gap() {
        return reported - counts.passed();
    }

    /** There is something to count. */
    public boolean some() {
        return counts.listed() > 0;
    }

    public Text unit() {
        return Words.unit(target.unit());
    }

    public Text rule() {
        return Words.rule(target.rule());
    }

    /** Page with the places or lines that are counted. */
    public boolean ofLines() {
        return target.unit() == Unit.KM || target.unit() == Unit.LINE;
    }

    /**
     * The list of the places or lines behind a number of this row.
     *
     * @param evaluationPath where the pages of the evaluation are
     * @param filter what the overview shows
     * @param more what the number is of: {@code verdict}, {@code evidence}, {@code reported}, {@code state}
     */
    public String behind(String evaluationPath, Filter filter, Map<String, String> more) {
        Map<String, String> choice = new HashMap<>(more);
        choice.put("target", target.id());
        return filter.link(evaluationPath + (ofLines() ? "/lines" : "/places"), choice);
    }
}
