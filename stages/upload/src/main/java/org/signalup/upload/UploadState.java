package org.signalup.upload;

import org.signalup.domain.Text;

/** How far an upload has come. Names are stored: never renamed. */
public enum UploadState {
    READING(Text.of("正在读取", "being read")),
    READ(Text.of("待确认", "to be confirmed")),
    REFUSED(Text.of("读不了", "cannot be read")),
    COMMITTING(Text.of("正在入湖", "on its way into the lake")),
    COMMITTED(Text.of("已入湖", "in the lake")),
    DISCARDED(Text.of("已放弃", "thrown away"));

    private final Text text;

    UploadState(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }

    /** Whether the platform works on it just now. */
    public boolean working() {
        return this == READING || this == COMMITTING;
    }

    /** Whether somebody is to decide. */
    public boolean open() {
        return this == READ || this == REFUSED;
    }
}
