package org.signalup.upload.internal;

import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/** What is said to whoever asks for something that cannot be done. */
public final class Refusals {
    private Refusals() {}

    public static RefusedException goneOn() {
        return refused(
                "CHANGED_MEANWHILE",
                Text.of("此间已有变化；请回到批次看最新情况再做", "it has gone on meanwhile; go back and look at it first"));
    }

    public static RefusedException notYours() {
        return refused(
                "NOT_YOURS",
                Text.of(
                        "只有上传的单位能更正、确认或放弃",
                        "only the organisation that brought it corrects, confirms or throws it away"));
    }

    public static RefusedException nothingNew() {
        return refused("NOTHING_NEW", Text.of("没有可入湖的新采样", "there are no new samples to take"));
    }

    public static RefusedException heldOtherwise() {
        return refused(
                "HELD_OTHERWISE",
                Text.of(
                        "您能发送的运营商或测试目的与读取时不同；请先重新读取",
                        "what you may send differs from when it was read; have it read again first"));
    }

    public static RefusedException nameTwice(String name) {
        return new RefusedException(
                Problem.ofFile(name, "NAME_TWICE", Text.of("两个文件同名", "two files of the same name")));
    }

    public static RefusedException tooMany(int most) {
        return refused(
                "TOO_MANY_FILES",
                Text.of("一次最多 " + most + " 个文件；更多请打成压缩包", most + " files at a time; put more into an archive"));
    }

    private static RefusedException refused(String code, Text text) {
        return new RefusedException(Problem.ofFile("", code, text));
    }
}
