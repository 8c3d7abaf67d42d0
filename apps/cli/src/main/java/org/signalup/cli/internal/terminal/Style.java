package org.signalup.cli.internal.terminal;

/** What a piece of text means; the terminal decides how that looks. */
public enum Style {
    PLAIN(""),
    HEADING("1"),
    GOOD("32"),
    BAD("31"),
    DOUBT("33"),
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
