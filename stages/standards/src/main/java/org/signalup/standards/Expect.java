package org.signalup.standards;

import java.util.Collection;
import org.signalup.domain.Text;

/** What a value should have been. */
record Expect(String code, Text wanted) {
    static Expect of(String code, String zh, String en) {
        return new Expect(code, Text.of(zh, en));
    }

    /** One of these words. */
    static Expect oneOf(String code, Collection<String> words) {
        String list = String.join(" ", words);
        return of(code, "其中之一：" + list, "one of " + list);
    }

    Text found() {
        return Text.of("值有误（应为" + wanted.zh() + "）", "wrong value (expected: " + wanted.en() + ")");
    }
}
