package org.signalup.privacy;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * Whose samples are to go.
 *
 * @param device its id as its files or client name it; kept nowhere
 * @param askedBy who asks, in words
 * @param reason in words
 */
public record ErasureOrder(String device, String askedBy, String reason) {
    private static final int LONGEST = 200;

    public ErasureOrder {
        device = device.strip();
        askedBy = askedBy.strip();
        reason = reason.strip();
    }

    /** @throws RefusedException if no device is named */
    void checkDevice() {
        List<Problem> problems = new ArrayList<>();
        device(problems);
        refuse(problems);
    }

    /** @throws RefusedException if something is missing, or words would keep what is to go */
    public void check() {
        List<Problem> problems = new ArrayList<>();
        device(problems);
        words("asked_by", askedBy, problems);
        words("reason", reason, problems);
        refuse(problems);
    }

    private void device(List<Problem> problems) {
        if (device.isEmpty() || device.length() > LONGEST) {
            problems.add(wrong(
                    "device", Text.of("请填写终端编号（最多 200 字）", "state the id of the device (200 characters at most)")));
        }
    }

    private void words(String field, String words, List<Problem> problems) {
        if (words.isEmpty() || words.length() > LONGEST) {
            problems.add(wrong(field, Text.of("请填写（最多 200 字）", "state it (200 characters at most)")));
        } else if (!device.isEmpty() && words.contains(device)) {
            problems.add(wrong(
                    field,
                    Text.of(
                            "这里的话会留作记录，请不要写终端编号",
                            "these words are kept on record: leave the id of the device out of them")));
        }
    }

    private static Problem wrong(String field, Text text) {
        return new Problem("", 0, field, "", "ERASURE_REFUSED", text);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }
}
