package org.signalup.privacy;

import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.standards.RetentionPolicy;

/** What is kept for a time only, if the policy says so. */
public enum Kept {
    SAMPLES(Text.of("数据湖的采样", "samples of the lake"), Text.of("行", "rows")),
    UPLOADS(Text.of("上传的原始文件", "raw uploads"), Text.of("个", "files")),
    DAMAGED_MESSAGES(Text.of("损坏的消息", "damaged messages"), Text.of("个", "files"));

    private final Text text;
    private final Text unit;

    Kept(Text text, Text unit) {
        this.text = text;
        this.unit = unit;
    }

    public Text text() {
        return text;
    }

    /** What it is counted in. */
    public Text unit() {
        return unit;
    }

    /** For how long; empty = without end. */
    public Optional<Integer> days(RetentionPolicy policy) {
        return switch (this) {
            case SAMPLES -> policy.samplesDays();
            case UPLOADS -> policy.uploadsDays();
            case DAMAGED_MESSAGES -> policy.damagedDays();
        };
    }
}
