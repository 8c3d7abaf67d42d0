package org.signalup.evaluate.internal.tally;

import java.util.List;
import java.util.stream.Collectors;
import org.signalup.domain.Source;
import org.signalup.engine.Engine;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdRule;

/**
 * The rule FEW_DEVICES: where fewer devices of an operator tested at a place or line than the standard asks for, what a crowd source says there is left out. Keeps
 * {@code crowd_few}: object, operator and source; without the rule there is none.
 */
public final class FewDevices {
    /** What was left out of an object. */
    public static final String NAME = "crowd_few";

    private static final String OF = "object_kind, object_no, operator, source";

    private final Engine engine;
    private final CrowdFilters filters;

    public FewDevices(Engine engine, CrowdFilters filters) {
        this.engine = engine;
        this.filters = filters;
    }

    public boolean asked() {
        return filters.active() && filters.on().contains(CrowdRule.FEW_DEVICES);
    }

    /** Finds the objects among {@code met}, all tests with their objects. */
    void find(String met) {
        if (asked()) {
            String sources = filters.sources().stream()
                    .map(Source::number)
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            engine.materialise(
                    NAME,
                    "SELECT " + OF + " FROM " + met + " WHERE object_kind <> " + RateSql.REGION + " AND source IN ("
                            + sources + ") GROUP BY " + OF + " HAVING COUNT(DISTINCT device_key) < "
                            + filters.fewDevices());
        }
    }

    /** Those of {@code met} that are left. */
    String without(String met, List<String> columns) {
        String all = "t." + String.join(", t.", columns);
        return asked()
                ? "SELECT " + all + " FROM (" + met + ") AS t LEFT JOIN " + NAME
                        + " AS f ON t.object_kind = f.object_kind AND t.object_no = f.object_no AND t.operator = f.operator AND"
                        + " t.source = f.source WHERE f.operator IS NULL"
                : "SELECT " + all + " FROM (" + met + ") AS t";
    }
}
