package org.signalup.standards.internal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.signalup.domain.Text;
import org.signalup.standards.Operator;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Goal;
import org.signalup.standards.ProgrammeTarget.Unit;
import org.signalup.standards.Scenario;
import org.signalup.standards.YamlMap;

/** What must hold between the entries of a merged programme. Problems go to the file that holds the entry. */
final class ProgrammeCheck {
    private static final Pattern PLMN = Pattern.compile("[0-9]{5,6}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}");

    private final Merge merge;
    private final YamlMap top;

    ProgrammeCheck(Merge merge, YamlMap top) {
        this.merge = merge;
        this.top = top;
    }

    void run() {
        zone();
        codes();
        operators();
        merge.scenarios.values().forEach(this::scenario);
        merge.targets.values().forEach(this::target);
        if (merge.regions.isEmpty() || !merge.rootRegion.isEmpty()) {
            Known.check(top, "root_region", Set.of(merge.rootRegion), merge.regions.keySet());
        }
        merge.obliged.ifPresent(list -> Known.check(top, "obliged_operators", list, merge.operators.keySet()));
    }

    private void zone() {
        try {
            ZoneId.of(merge.zone);
        } catch (DateTimeException e) {
            if (!merge.zone.isEmpty()) {
                top.refuse(
                        "zone",
                        merge.zone,
                        "PROGRAMME_ZONE",
                        Text.of("未知时区（应为 Asia/Shanghai 之类）", "unknown time zone (expected: one like Asia/Shanghai)"));
            }
        }
    }

    /** Codes stand in file names, CSV cells and page addresses. */
    private void codes() {
        merge.operators.forEach((code, item) -> code(code, "code", item.origin()));
        merge.scenarios.forEach((code, item) -> code(code, "code", item.origin()));
        merge.pointKinds.forEach((code, item) -> code(code, "code", item.origin()));
        merge.regions.forEach((code, item) -> code(code, "code", item.origin()));
        merge.targets.forEach((code, item) -> code(code, "id", item.origin()));
    }

    private static void code(String code, String key, YamlMap origin) {
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            origin.refuse(
                    key,
                    code,
                    "PROGRAMME_CODE",
                    Text.of("编码应由拉丁字母、数字和 - _ . 组成", "not a code (expected: letters, digits and - _ .)"));
        }
    }

    /** A name found in a file must lead to one operator only. */
    private void operators() {
        Map<String, String> owners = new HashMap<>();
        for (Item<Operator> item : merge.operators.values()) {
            Operator operator = item.value();
            for (String plmn : operator.plmns()) {
                if (!PLMN.matcher(plmn).matches()) {
                    item.origin()
                            .refuse(
                                    "plmns",
                                    plmn,
                                    "PROGRAMME_PLMN",
                                    Text.of(
                                            "网号应为 5 或 6 位数字，如 46000",
                                            "not a PLMN (expected: 5 or 6 digits like 46000)"));
                }
                own(owners, item, "plmns", plmn);
            }
            own(owners, item, "code", operator.code());
            operator.aliases().forEach(alias -> own(owners, item, "aliases", alias));
        }
    }

    private static void own(Map<String, String> owners, Item<Operator> item, String key, String name) {
        String owner =
                owners.putIfAbsent(name.toLowerCase(Locale.ROOT), item.value().code());
        if (owner != null && !owner.equals(item.value().code())) {
            item.origin()
                    .refuse(
                            key,
                            name,
                            "PROGRAMME_AMBIGUOUS",
                            Text.of(
                                    "已属于运营商 " + owner + "（应唯一）",
                                    "also belongs to " + owner + " (expected: one operator)"));
        }
    }

    private void scenario(Item<Scenario> item) {
        Known.check(item.origin(), "point_kinds", item.value().pointKinds(), merge.pointKinds.keySet());
    }

    private void target(Item<ProgrammeTarget> item) {
        ProgrammeTarget target = item.value();
        YamlMap origin = item.origin();
        Known.check(origin, "scenarios", target.scenarios(), merge.scenarios.keySet());
        Set<String> categories = new LinkedHashSet<>();
        merge.scenarios.values().stream()
                .filter(scenario -> target.scenarios().isEmpty()
                        || target.scenarios().contains(scenario.value().code()))
                .forEach(scenario -> scenario.value().categories().forEach(c -> categories.add(c.code())));
        Known.check(origin, "categories", target.categories(), categories);
        boolean share = target.unit() == Unit.SHARE || target.unit() == Unit.PLACE_SHARE;
        for (Goal goal : target.goals()) {
            Known.check(origin, "goals", Set.of(goal.region()), merge.regions.keySet());
            if (share && goal.number().orElse(0.0) > 1) {
                refuse(origin, "goals", String.valueOf(goal.number().get()), "比例应在 0 至 1 之间", "a share from 0 to 1");
            }
        }
        shape(target, origin);
    }

    private static void shape(ProgrammeTarget target, YamlMap origin) {
        boolean lines = target.unit() == Unit.KM || target.unit() == Unit.LINE;
        if (lines == target.lineKinds().isEmpty()) {
            refuse(origin, "line_kinds", "", "线路目标（且仅线路目标）应写明线路类型", "line kinds for KM and LINE, none otherwise");
        }
        if ((target.unit() == Unit.MBPS) != target.direction().isPresent()) {
            refuse(origin, "direction", "", "速率均值目标（且仅此类）应写明方向", "a direction for MBPS, none otherwise");
        }
    }

    private static void refuse(YamlMap origin, String key, String value, String zh, String en) {
        origin.refuse(key, value, "PROGRAMME_TARGET", Text.of(zh, "wrong (expected: " + en + ")"));
    }
}
