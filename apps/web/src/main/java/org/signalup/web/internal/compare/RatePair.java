package org.signalup.web.internal.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.signalup.engine.Row;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Unit;

/** A rate of the programme for an operator, before and after. */
public record RatePair(ProgrammeTarget target, String operator, Rate before, Rate after) {
    /** An estimate with its bounds. */
    public record Rate(OptionalDouble estimate, OptionalDouble low, OptionalDouble high, OptionalLong n) {
        static final Rate NONE =
                new Rate(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());

        private static Rate of(Row row) {
            return new Rate(
                    number(row, 2),
                    number(row, 3),
                    number(row, 4),
                    row.isNull(5) ? OptionalLong.empty() : OptionalLong.of(row.getLong(5)));
        }

        private static OptionalDouble number(Row row, int column) {
            return row.isNull(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(column));
        }
    }

    static List<RatePair> of(Pair pair, String region, List<String> operators) {
        Map<String, Rate> after = rates(pair, "progress", region);
        Map<String, Rate> before = rates(pair, "other_progress", region);
        return pair.here().programme().targets().stream()
                .filter(target -> target.unit() == Unit.MBPS || target.unit() == Unit.SHARE)
                .flatMap(target -> operators.stream()
                        .map(operator -> new RatePair(
                                target,
                                operator,
                                before.getOrDefault(target.id() + "\n" + operator, Rate.NONE),
                                after.getOrDefault(target.id() + "\n" + operator, Rate.NONE))))
                .toList();
    }

    private static Map<String, Rate> rates(Pair pair, String table, String region) {
        Map<String, Rate> rates = new HashMap<>();
        pair.tables()
                .forEach(
                        "SELECT target, operator, estimate, low, high, n FROM " + table
                                + " WHERE region = ? AND unit IN ('MBPS', 'SHARE')",
                        row -> rates.put(row.text(0) + "\n" + row.text(1), Rate.of(row)),
                        region);
        return rates;
    }

    public boolean share() {
        return target.unit() == Unit.SHARE;
    }

    /** Something is known on one side. */
    public boolean some() {
        return before.estimate().isPresent() || after.estimate().isPresent();
    }
}
