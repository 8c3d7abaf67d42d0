package org.signalup.live;

import org.signalup.domain.Text;

/** By what way a message came. Names are stored: never renamed. */
public enum Channel {
    SAMPLES(Text.of("采样接口", "samples API")),
    GEOSUBMIT(Text.of("geosubmit v2", "geosubmit v2")),
    NDT7(Text.of("ndt7 结果", "ndt7 result")),
    NETWORK_SURVEY(Text.of("Network Survey（HTTP）", "Network Survey (HTTP)")),
    MQTT(Text.of("Network Survey（MQTT）", "Network Survey (MQTT)")),
    RMBT(Text.of("RMBT 测速结果", "RMBT result")),
    RMBT_COVERAGE(Text.of("RMBT 覆盖步测", "RMBT coverage walk"));

    private final Text text;

    Channel(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
