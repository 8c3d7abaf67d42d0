package org.signalup.publish.internal.section;

import java.util.LinkedHashMap;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;

/** The words of the page. */
public final class GlossarySection implements Section {
    @Override
    public String id() {
        return "glossary";
    }

    @Override
    public Text title() {
        return Text.of("名词", "Glossary");
    }

    @Override
    public Text shortTitle() {
        return title();
    }

    @Override
    public void write(Html html, Facts facts) {
        html.el(
                "dl.glossary",
                () -> words().forEach((word, meaning) -> html.el("div", () -> {
                    html.el("dt", word);
                    html.el("dd", meaning);
                })));
    }

    private static Map<Text, Text> words() {
        Map<Text, Text> words = new LinkedHashMap<>();
        words.put(
                Text.of("达标", "pass"),
                Text.of("合格占比不低于目标占比，证据等级另注", "the compliant share meets the target share; evidence is given beside"));
        words.put(
                Text.of("不达标", "fail"),
                Text.of("占比低于目标，且统计上确定或多次重复", "the share is below the target, statistically or on repeated visits"));
        words.put(
                Text.of("疑似不达标（待复测）", "suspected (re-test)"),
                Text.of("占比低于目标，但还不足以认定", "the share is below the target, not yet enough to say fail"));
        words.put(
                Text.of("样本不足", "too few"), Text.of("有样本，但少于标准的最低要求", "samples, but fewer than the standard asks for"));
        words.put(Text.of("待判定", "undecided"), Text.of("部分评测单元还没有结论", "some of the parts have no verdict yet"));
        words.put(Text.of("未测试", "not measured"), Text.of("没有任何样本；不等于不达标", "no sample at all, which is not a failure"));
        words.put(
                Text.of("关键点位", "key point"),
                Text.of("场所中必须有信号的位置：大厅、电梯、地下室等", "a spot of a place that must have signal: hall, lift, basement"));
        words.put(
                Text.of("里程段", "bin"),
                Text.of("线路上固定长度的一小段，连续覆盖的计量单位", "a fixed length of a line, the unit of continuous coverage"));
        words.put(
                Text.of("独立测次", "independent test"),
                Text.of("同一企业、来源、设备、时段与测点算一次", "one operator, source, device, time slot and spot"));
        words.put(
                Text.of("综合", "any"),
                Text.of("自由模式，按样本所在制式的限值", "free mode, by the limits of the technology the sample was on"));
        words.put(
                Text.of("口径", "method"),
                Text.of("速率由谁、怎样测得；不同口径不可比", "who measured rates and how; different methods do not compare"));
        words.put(Text.of("上报完成", "reported done"), Text.of("台账中有上报完成日期", "the ledger has a date of completion"));
        return words;
    }
}
