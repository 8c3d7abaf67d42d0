package org.signalup.lake;

import org.signalup.domain.Text;

/**
 * Something wrong with a file of the lake.
 *
 * @param path of the file in the lake
 */
public record LakeFinding(Kind kind, String path) {
    /** What is wrong. */
    public enum Kind {
        MISSING(Text.of("文件不见了", "the file is missing")),
        TRUNCATED(Text.of("文件不完整（字节数不足）", "the file is cut short")),
        CHANGED(Text.of("内容与清单不符（位翻转或被改动）", "the content is not what the manifest says (a flipped bit, or changed)")),
        FOREIGN(Text.of("不属于这个数据湖的文件", "a file that does not belong to the lake")),
        TALLY(Text.of("汇总统计量损坏；删除后下次评测会重算", "a damaged tally; when it is deleted the next evaluation counts again")),
        LEFTOVER(Text.of(
                "中断的写入留下的文件，无害，下次写入时清除",
                "left behind by a write that broke off; harmless, the next write takes it away"));

        private final Text text;

        Kind(Text text) {
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }

    /** Whether samples, rejects or statistics cannot be read. */
    public boolean damages() {
        return kind == Kind.MISSING || kind == Kind.TRUNCATED || kind == Kind.CHANGED;
    }
}
