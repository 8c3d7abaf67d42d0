package org.signalup.ledger.internal.cell;

import org.signalup.domain.Text;

/** Which ids are fit to be opened in a spreadsheet again. */
public final class Ids {
    private static final String FORMULA_STARTS = "=+-@\t";

    /** What is said of an id that is not allowed. */
    public static final Text REFUSED = Text.of(
            "编号不能以 = + - @ 或制表符开头，也不能含控制字符或看不见的字符",
            "an id must not begin with = + - @ or TAB nor hold control or invisible characters");

    private Ids() {}

    /** False for ids a spreadsheet would run as a formula, and for characters that nobody sees: two ids that look alike are one. */
    public static boolean allowed(String raw) {
        String shown = raw.strip();
        if (raw.isEmpty() || FORMULA_STARTS.indexOf(raw.charAt(0)) >= 0) {
            return false;
        }
        return !shown.isEmpty()
                && FORMULA_STARTS.indexOf(shown.charAt(0)) < 0
                && shown.chars().noneMatch(Ids::unseen);
    }

    private static boolean unseen(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
