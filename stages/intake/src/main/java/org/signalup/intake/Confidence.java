package org.signalup.intake;

import org.signalup.domain.Text;

/** How sure one may be of what was told by looking at a file. */
public enum Confidence {
    ASKED("由用户指定", "as the user said"),
    HIGH("确定", "sure"),
    MEDIUM("较确定", "fairly sure"),
    LOW("待核对", "to be checked");

    private final Text text;

    Confidence(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
