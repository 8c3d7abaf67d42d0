package org.signalup.web.internal.live;

import java.util.Locale;
import org.signalup.domain.Text;
import org.signalup.live.probe.Probe;
import org.signalup.live.probe.Probe.Condition;

/** A probe as a page shows it. */
record ShownProbe(Probe probe, Condition condition) {
    public Text word() {
        return switch (condition) {
            case NEVER_HEARD -> Text.of("还没有消息", "never heard");
            case FINE -> Text.of("正常", "fine");
            case CLOCK_OFF -> Text.of("时钟不准", "clock off");
            case SILENT -> Text.of("失联", "silent");
            case RESTING -> Text.of("停用", "resting");
        };
    }

    /** The class of its style. */
    public String style() {
        return condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Milliseconds its clock is ahead; empty when nobody knows. */
    public String clock() {
        return probe.clockOffset()
                .map(offset -> (offset.isNegative() ? "−" : "+") + offset.abs().toMillis() + " ms")
                .orElse("–");
    }
}
