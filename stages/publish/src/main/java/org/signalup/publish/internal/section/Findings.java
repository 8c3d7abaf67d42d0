package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.publish.Causes;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Tally;

/** The sentences a director should have read: each is a fact with its numbers, none is an opinion. */
final class Findings {
    private final Facts facts;
    private final Tally places;
    private final Tally lines;

    Findings(Facts facts, Tally places, Tally lines) {
        this.facts = facts;
        this.places = places;
        this.lines = lines;
    }

    List<Text> all() {
        List<Text> found = new ArrayList<>();
        gap(places, Text.of("处", "places"), Text.of("重点场所", "Key places")).ifPresent(found::add);
        gap(lines, Text.of("公里", "km"), Text.of("线路", "Lines")).ifPresent(found::add);
        evidence().ifPresent(found::add);
        weakestOperator().ifPresent(found::add);
        weakestScenario().ifPresent(found::add);
        longestGap().ifPresent(found::add);
        cause().ifPresent(found::add);
        plan().ifPresent(found::add);
        return found;
    }

    private static Optional<Text> gap(Tally tally, Text unit, Text what) {
        if (tally.gap() <= 0) {
            return Optional.empty();
        }
        String reported = Format.amount(tally.reported());
        String passed = Format.amount(tally.passed());
        String gap = Format.amount(tally.gap());
        return Optional.of(Text.of(
                what.zh() + "上报完成 " + reported + " " + unit.zh() + "，评测达标 " + passed + " " + unit.zh() + "，相差 " + gap
                        + " " + unit.zh() + "。",
                what.en() + ": " + reported + " " + unit.en() + " reported done, " + passed
                        + " shown to pass, a gap of " + gap + "."));
    }

    private Optional<Text> evidence() {
        if (places.passedC() == 0) {
            return Optional.empty();
        }
        String single = Format.amount(places.passedC());
        String passed = Format.amount(places.passed());
        return Optional.of(Text.of(
                "达标的 " + passed + " 处场所中，" + single + " 处只凭单次测试（证据 C 级），换一天重测后才宜对外公布。",
                "Of " + passed + " places that pass, " + single
                        + " rest on a single visit (evidence C): test again on another day before publishing them."));
    }

    private Optional<Text> weakestOperator() {
        return facts.names().operators().stream()
                .map(code -> Map.entry(code, facts.placeTally(code, Optional.empty())))
                .filter(entry -> entry.getValue().failed() > 0)
                .max(Comparator.comparingDouble(
                        entry -> entry.getValue().failed() / entry.getValue().listed()))
                .map(entry -> failing(facts.names().operator(entry.getKey()), entry.getValue(), false));
    }

    private Optional<Text> weakestScenario() {
        return facts.results().programme().scenarios().stream()
                .map(scenario ->
                        Map.entry(scenario.name(), facts.placeTally(ResultRows.ALL, Optional.of(scenario.code()))))
                .filter(entry -> entry.getValue().failed() > 0)
                .max(Comparator.comparingDouble(entry -> entry.getValue().failed()))
                .map(entry -> failing(entry.getKey(), entry.getValue(), true));
    }

    private static Text failing(Text who, Tally tally, boolean scenario) {
        String failed = Format.amount(tally.failed());
        String listed = Format.amount(tally.listed());
        return Text.of(
                "不达标场所最多的" + (scenario ? "场景" : "企业") + "：" + who.zh() + "，" + listed + " 处中 " + failed + " 处不达标。",
                (scenario ? "Scenario" : "Operator") + " with most failing places: " + who.en() + ", " + failed + " of "
                        + listed + " places fail.");
    }

    private Optional<Text> longestGap() {
        return facts.lines().values().stream()
                .flatMap(rows -> rows.values().stream())
                .filter(row -> !row.operator().equals(ResultRows.ALL) && row.longestGapMm() > 0)
                .max(Comparator.comparingLong(LineRow::longestGapMm).thenComparing(LineRow::lineId))
                .map(this::longestGap);
    }

    private Text longestGap(LineRow row) {
        String line = facts.names().lineName(row.lineId());
        Text operator = facts.names().operator(row.operator());
        String length = Format.length(row.longestGapMm());
        return Text.of(
                "最长连续不达标路段：" + line + "（" + operator.zh() + "），" + length + "。",
                "Longest stretch without coverage: " + line + " (" + operator.en() + "), " + length + ".");
    }

    private Optional<Text> cause() {
        Causes causes = facts.pointCauses().values().stream().reduce(Causes.NONE, Causes::plus);
        causes = facts.lineCauses().values().stream().reduce(causes, Causes::plus);
        if (causes.bad() == 0) {
            return Optional.empty();
        }
        long most = Math.max(causes.noService(), Math.max(causes.weak(), causes.interfered()));
        Text name = most == causes.noService()
                ? Text.of("脱网", "no service")
                : most == causes.weak() ? Text.of("弱覆盖", "weak level") : Text.of("干扰", "interference");
        String of = Format.count(causes.bad());
        String count = Format.count(most);
        return Optional.of(Text.of(
                "不合格采样点的首要原因：" + name.zh() + "（" + of + " 个中 " + count + " 个）。",
                "First cause of non-compliant samples: " + name.en() + " (" + count + " of " + of + ")."));
    }

    private Optional<Text> plan() {
        int rows = facts.results().plan().size();
        if (rows == 0) {
            return Optional.empty();
        }
        String count = Format.count(rows);
        return Optional.of(Text.of(
                "下一步需补测 " + count + " 项（评测单元 × 企业 × 制式），见「下一步测什么」。",
                count + " targets × operators × technologies need more tests, see “What to test next”."));
    }
}
