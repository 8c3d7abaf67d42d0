package org.signalup.web.internal.crowd;

import java.util.Arrays;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.standards.CrowdRule;
import org.signalup.web.internal.catalog.OpenEvaluation;

/**
 * A rule over all sources and operators.
 *
 * @param on whether this evaluation asked it; {@code off} = the standard has it and this evaluation did without
 */
public record RuleSum(CrowdRule rule, boolean on, boolean off, long caught, long lookedAt) {
    /** The rules the standard has, in the order they are asked. */
    static List<RuleSum> of(OpenEvaluation evaluation, List<CrowdRow> rows) {
        List<String> off = evaluation.summary().withoutFilters();
        return Arrays.stream(CrowdRule.values())
                .filter(rule -> evaluation.standard().crowdFilters().on().contains(rule))
                .map(rule -> of(rule, !off.contains(rule.code()), rows))
                .toList();
    }

    private static RuleSum of(CrowdRule rule, boolean asked, List<CrowdRow> rows) {
        List<CrowdRow> own = rows.stream().filter(row -> row.rule() == rule).toList();
        return new RuleSum(
                rule,
                asked,
                !asked,
                own.stream().mapToLong(CrowdRow::caught).sum(),
                own.stream().mapToLong(CrowdRow::lookedAt).sum());
    }

    /** What becomes of what it catches. */
    public Text effect() {
        return switch (rule.effect()) {
            case SAMPLE -> Text.of("样本不计", "sample left out");
            case TEST -> Text.of("测试不计，覆盖照计", "test left out, coverage counts");
            case FLAG -> Text.of("只标记，照计", "flagged, counts");
            case OBJECT -> Text.of("不计入该场所或线路，计入区域", "left out of the place or line, counts in regions");
        };
    }
}
