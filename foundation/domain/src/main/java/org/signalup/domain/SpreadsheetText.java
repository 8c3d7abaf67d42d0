package org.signalup.domain;

/** Strangers' texts on their way into a file that people open in a spreadsheet. */
public final class SpreadsheetText {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SpreadsheetText() {}

    /** The text, behind an apostrophe where a spreadsheet would take it for a formula. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
