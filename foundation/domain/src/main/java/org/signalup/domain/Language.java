package org.signalup.domain;

/** The languages every text for people exists in; Chinese is the first. */
public enum Language {
    ZH,
    EN;

    /** Parses {@code zh} or {@code en}, in any case. */
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.name().equalsIgnoreCase(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("language: " + code + " (expected: zh or en)");
    }
}
