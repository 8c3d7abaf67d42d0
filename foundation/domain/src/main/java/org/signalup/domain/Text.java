package org.signalup.domain;

import static java.util.Objects.requireNonNull;

/** One text in both languages. */
public record Text(String zh, String en) {
    public Text {
        requireNonNull(zh, "zh");
        requireNonNull(en, "en");
    }

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** A text that reads the same in both languages: a name, a code. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
