package org.signalup.instrument;

import org.signalup.domain.Text;

/** What a comparison says. */
public enum ComparisonVerdict {
    ACCEPTED(Text.of("可比", "agrees")),
    REFUSED(Text.of("不可比", "does not agree")),
    TOO_FEW(Text.of("样本对不足", "too few pairs")),
    EXPIRED(Text.of("比对已过期", "comparison expired")),
    NOT_JUDGED(Text.of("不判定", "not judged"));

    private final Text text;

    ComparisonVerdict(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
