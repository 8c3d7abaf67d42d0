package org.signalup.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.domain.Coded;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.standards.CrowdRule;

/**
 * An evaluation as somebody orders it; texts, so that a form can be shown again as it was filled in. Kept as JSON.
 *
 * @param name of the evaluation and its folder
 * @param standard id of a standard of the programme
 * @param from first day of the period, {@code yyyy-MM-dd}; empty = open
 * @param to last day; empty = open
 * @param asOf the day that stands for today; empty = the last of the period
 * @param region prefix of the division codes evaluated; empty = all the orderer sees
 * @param engine name of an engine
 * @param previous id of the evaluation whose stars hold against small changes; empty = none
 * @param withoutFilters rules for crowd samples switched off to see what they do, by code
 * @param language of what is written for people
 */
public record JobOrder(
        String name,
        String standard,
        String from,
        String to,
        String asOf,
        String region,
        String engine,
        String previous,
        List<String> withoutFilters,
        Language language) {
    /** An order kept before rules could be switched off has none. */
    public JobOrder {
        withoutFilters = withoutFilters == null ? List.of() : List.copyOf(withoutFilters);
    }

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}";

    /**
     * Looks at what can be looked at without reading anything.
     *
     * @throws RefusedException with every problem, its column being the component's name
     */
    public void check() {
        List<Problem> problems = new ArrayList<>();
        if (!name.matches(NAME)) {
            problems.add(wrong(
                    "name",
                    name,
                    Text.of(
                            "应为 1 到 80 个字母、汉字、数字、点、横线，以字母、汉字或数字开头",
                            "expected: 1 to 80 letters, digits, dots, dashes, beginning with a letter or digit")));
        }
        if (standard.isEmpty()) {
            problems.add(wrong("standard", standard, Text.of("请选择评测标准", "choose a standard")));
        }
        date("from", from, problems);
        date("to", to, problems);
        date("as_of", asOf, problems);
        if (problems.isEmpty() && !from.isEmpty() && !to.isEmpty() && to.compareTo(from) < 0) {
            problems.add(wrong("to", to, Text.of("不早于 " + from, "expected: not before " + from)));
        }
        if (!region.matches("[0-9A-Za-z-]{0,12}")) {
            problems.add(
                    wrong("region", region, Text.of("应为行政区划代码或其前几位", "expected: a division code or its first digits")));
        }
        for (String rule : withoutFilters) {
            if (Coded.find(CrowdRule.class, rule).isEmpty()) {
                problems.add(wrong(
                        "without_filters", rule, Text.of("没有这条众测过滤规则", "there is no such filter of crowd samples")));
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    private static void date(String field, String text, List<Problem> problems) {
        try {
            if (!text.isEmpty()) {
                LocalDate.parse(text);
            }
        } catch (java.time.format.DateTimeParseException e) {
            problems.add(wrong(field, text, Text.of("应为日期，如 2025-09-30", "expected: a date such as 2025-09-30")));
        }
    }

    /** The rules switched off. */
    public Set<CrowdRule> rulesOff() {
        return withoutFilters.stream().map(CrowdRule::valueOf).collect(Collectors.toSet());
    }

    static Problem wrong(String field, String value, Text what) {
        return new Problem("", 0, field, value, "NOT_UNDERSTOOD", what);
    }

    /** The same for a month of a schedule. */
    JobOrder month(String ofMonth, LocalDate first) {
        return new JobOrder(
                ofMonth,
                standard,
                first.toString(),
                first.plusMonths(1).minusDays(1).toString(),
                "",
                region,
                engine,
                previous,
                withoutFilters,
                language);
    }
}
