package org.signalup.job;

import org.signalup.domain.Text;

/** How far a job is. Names are stored: never renamed. */
public enum JobState {
    QUEUED(Text.of("排队", "queued"), false),
    RUNNING(Text.of("运行中", "running"), false),
    DONE(Text.of("完成", "done"), true),
    FAILED(Text.of("失败", "failed"), true),
    CANCELLED(Text.of("已取消", "cancelled"), true),
    INTERRUPTED(Text.of("中断", "interrupted"), true);

    private final Text text;
    private final boolean ended;

    JobState(Text text, boolean ended) {
        this.text = text;
        this.ended = ended;
    }

    public Text text() {
        return text;
    }

    /** Nothing happens to it any more. */
    public boolean ended() {
        return ended;
    }
}
