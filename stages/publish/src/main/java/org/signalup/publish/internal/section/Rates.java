package org.signalup.publish.internal.section;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Unit;

/** How rows of rate targets are read: their unit, estimate, interval and goal. */
final class Rates {
    private Rates() {}

    /** What a progress row counts or estimates. */
    static Unit unit(Facts facts, ProgressRow row) {
        return facts.names().target(row.target()).map(ProgrammeTarget::unit).orElseGet(() -> byCode(row.unit()));
    }

    private static Unit byCode(String code) {
        for (Unit unit : Unit.values()) {
            if (unit.name().equalsIgnoreCase(code)) {
                return unit;
            }
        }
        return Unit.PLACE;
    }

    static boolean isRate(Facts facts, ProgressRow row) {
        Unit unit = unit(facts, row);
        return unit == Unit.MBPS || unit == Unit.SHARE;
    }

    /** For each rate target of the whole region the operator with the least estimate. */
    static List<ProgressRow> headline(Facts facts) {
        String root = facts.results().programme().rootRegion();
        Map<String, ProgressRow> least = new LinkedHashMap<>();
        facts.results().progress().stream()
                .filter(row -> isRate(facts, row) && row.region().equals(root))
                .filter(row -> row.estimate().isPresent() && !row.operator().equals(ResultRows.ALL))
                .sorted(Comparator.comparingDouble(row -> row.estimate().getAsDouble()))
                .forEach(row -> least.putIfAbsent(row.target(), row));
        return least.values().stream()
                .sorted(Comparator.comparing(ProgressRow::target))
                .toList();
    }

    static Text name(Facts facts, ProgressRow row) {
        return facts.names().target(row.target()).map(ProgrammeTarget::name).orElseGet(() -> Text.same(row.target()));
    }

    static String estimate(Facts facts, ProgressRow row) {
        return unit(facts, row) == Unit.SHARE
                ? Format.percent(row.estimate())
                : Format.decimal(row.estimate()) + (row.estimate().isPresent() ? " Mbit/s" : "");
    }

    static String interval(Facts facts, ProgressRow row) {
        return unit(facts, row) == Unit.SHARE
                ? Format.percents(row.low(), row.high())
                : Format.decimals(row.low(), row.high());
    }

    static void goal(Html html, Facts facts, ProgressRow row) {
        if (row.goal().isEmpty()) {
            return;
        }
        double goal = row.goal().getAsDouble();
        String figure = unit(facts, row) == Unit.SHARE ? Format.percent(goal) : Format.amount(goal);
        html.text(Text.of("目标 ≥ " + figure, "goal ≥ " + figure));
    }
}
