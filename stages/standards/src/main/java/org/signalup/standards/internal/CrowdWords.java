package org.signalup.standards.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalup.domain.Direction;
import org.signalup.domain.Rat;
import org.signalup.domain.ServerClass;
import org.signalup.domain.Text;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdRule;

/** A standard's rules for crowd samples in words. */
public final class CrowdWords {
    private final CrowdFilters filters;

    public CrowdWords(CrowdFilters filters) {
        this.filters = filters;
    }

    /** Writes the section; nothing when a standard filters nothing. */
    public void write(Page page) {
        if (!filters.active()) {
            return;
        }
        page.heading("10. 众测过滤", "10. Filters of crowd samples");
        String sources = filters.sources().stream()
                .sorted()
                .map(source -> page.say(source.text()))
                .collect(Collectors.joining(page.say("、", ", ")));
        page.item(
                "适用来源：" + sources + "。规则按下列顺序、逐日进行，一条样本只记入第一条命中的规则；没有终端编号的样本不受按终端的规则约束。",
                "Sources: " + sources
                        + ". Rules are asked in this order, day by day; a sample is charged to the first that catches it. Rules about devices leave samples without device alone.");
        for (CrowdRule rule : CrowdRule.values()) {
            if (filters.on().contains(rule)) {
                Text text = words(rule);
                page.item(
                        page.say(rule.text()) + "（" + rule.code() + "）：" + text.zh() + "；"
                                + effect(rule).zh() + "。",
                        page.say(rule.text()) + " (" + rule.code() + "): " + text.en() + "; "
                                + effect(rule).en() + ".",
                        "crowd_filters." + rule.code());
            }
        }
    }

    private static Text effect(CrowdRule rule) {
        return switch (rule.effect()) {
            case SAMPLE -> Text.of("样本不计", "the sample is left out");
            case TEST -> Text.of("测试不计，覆盖照计", "the test is left out, its coverage counts");
            case FLAG -> Text.of("只标记，照计", "flagged, and counts");
            case OBJECT -> Text.of("不计入该场所或线路，计入区域", "left out of the place or line, counts in regions");
        };
    }

    private Text words(CrowdRule rule) {
        return switch (rule) {
            case PLMN -> Text.of("服务网络号须属于本方案的运营商", "the serving PLMN belongs to an operator of the programme");
            case MOCK -> Text.of("终端声明位置为模拟", "the device says that its position is made up");
            case RATE_BANDWIDTH -> bandwidth();
            case SERVER_CLASS -> servers();
            case FEW_DEVICES ->
                both(
                        "一家运营商在一处场所或一条线路的终端少于 %s 个（整个时段）",
                        "fewer than %s devices of an operator at a place or line (in the whole period)",
                        filters.fewDevices());
            case BANDS -> bands();
            case SPEED ->
                both(
                        "与前后两次定位之间都超过 %s km/h（另加两次定位精度和 %s m）",
                        "beyond %s km/h from the position before and to the one after (and the accuracy of both and %s m)",
                        filters.speed().maxKmh(),
                        filters.speed().slackM());
            case RATE_CAP -> caps();
            case ROBOT_COUNT ->
                both("同一终端一天多于 %s 次测试", "more than %s tests of a device a day", filters.robotTestsPerDay());
            case ROBOT_INTERVAL ->
                both(
                        "同一终端一天至少 %s 次测试，间隔相差不超过 %s s",
                        "at least %s tests of a device a day whose gaps differ by no more than %s s",
                        filters.interval().tests(),
                        filters.interval().toleranceS());
            case ROBOT_RATES ->
                both(
                        "同一终端一天至少 %s 次速率完全相同",
                        "at least %s tests of a device a day with the very same rates", filters.robotSameRates());
            case DUPLICATE ->
                both("同一 %s s 时段内只取第一次", "the first within the same %s s counts", filters.duplicateSeconds());
            case PER_DAY -> both("每项业务每天取前 %s 次", "the first %s of a service and day count", filters.testsPerDay());
            case RATE_LIMITED -> limited();
            case OUTLIER ->
                both(
                        "对数速率高于中位数 %s 倍中位绝对偏差（当日至少 %s 次）",
                        "above the median by more than %s median deviations of the log rate (at least %s tests a day)",
                        filters.outlier().mads(),
                        filters.outlier().minTests());
        };
    }

    private static Text both(String zh, String en, Object... numbers) {
        Object[] plain = List.of(numbers).stream()
                .map(number -> number instanceof Double value ? Page.number(value) : number.toString())
                .toArray();
        return Text.of(String.format(zh, plain), String.format(en, plain));
    }

    private Text bands() {
        String all = filters.bands().byOperator().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " "
                        + entry.getValue().stream()
                                .map(one ->
                                        one.band() + " " + Page.number(one.fromMhz()) + "–" + Page.number(one.toMhz()))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        String shared = filters.bands().shared().stream()
                .map(group -> group.stream().sorted().collect(Collectors.joining("+")))
                .sorted()
                .collect(Collectors.joining(" "));
        return Text.of("下行频段（MHz）" + all + "；共建共享 " + shared, "downlink spectrum (MHz) " + all + "; shared " + shared);
    }

    private Text servers() {
        Text own = filters.comparedServers().map(ServerClass::text).orElse(Text.same(""));
        return Text.of(
                "只比较" + own.zh() + "服务器的测速，写明是另一类的不计",
                "only tests against " + own.en() + " servers are compared, others that say so are not");
    }

    private Text bandwidth() {
        return Text.of(
                "写明聚合带宽的测速，高于带宽 × 层数 × 每赫兹比特数（下行/上行 "
                        + pairs(filters.rateBandwidth().bitsPerHz()) + "；未写层数的按 "
                        + pairs(filters.rateBandwidth().layers()) + " 层）",
                "above bandwidth × layers × bit/s per hertz, where the bandwidth is told (DL/UL "
                        + pairs(filters.rateBandwidth().bitsPerHz()) + "; layers where not told "
                        + pairs(filters.rateBandwidth().layers()) + ")");
    }

    private Text caps() {
        String all = pairs(filters.capMbps());
        return Text.of("下行/上行 Mbit/s 高于 " + all, "DL/UL Mbit/s above " + all);
    }

    private static String pairs(Map<Rat, Map<Direction, Double>> numbers) {
        return numbers.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Rat, Map<Direction, Double>>::getKey))
                .map(entry -> entry.getKey().code() + " "
                        + Page.number(entry.getValue().get(Direction.DL)) + "/"
                        + Page.number(entry.getValue().get(Direction.UL)))
                .collect(Collectors.joining(" "));
    }

    private Text limited() {
        CrowdFilters.RateLimited rule = filters.rateLimited();
        String list = rule.capsMbps().stream().map(Page::number).collect(Collectors.joining(" "));
        return both(
                "一家运营商当日在限速值 " + list + " Mbit/s 的 ±%s 内至少 %s 次，且密度为近旁的 %s 倍",
                "of an operator's tests of a day at least %2$s within %1$s of a cap (" + list
                        + " Mbit/s), %3$s times as densely as beside it",
                Page.percent(rule.tolerance()),
                rule.minTests(),
                rule.times());
    }
}
