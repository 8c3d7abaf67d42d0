package org.signalup.live;

import java.util.Optional;
import org.signalup.domain.Text;

/** Something odd about a message whose rows were kept. Names are stored: never renamed. */
public enum Finding {
    CLOCK_OFF(Text.of("探针时钟偏差超过限值", "the probe's clock is off by more than the limit")),
    FROM_THE_FUTURE(Text.of("有采集时间晚于接收时间的行", "rows observed later than they were received")),
    IMPLAUSIBLE_RATE(Text.of("速率不合常理", "an implausible rate")),
    IMPLAUSIBLE_PING(Text.of("时延不合常理", "an implausible latency")),
    IMPLAUSIBLE_BYTES(Text.of("速率与字节数、时长不符", "the rate does not follow from bytes and duration")),
    MOCK_LOCATION(Text.of("终端报告了模拟定位", "the device reported a mock location"));

    private final Text text;

    Finding(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }

    /** Finds a stored one. */
    public static Optional<Finding> find(String name) {
        for (Finding finding : values()) {
            if (finding.name().equals(name)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }
}
