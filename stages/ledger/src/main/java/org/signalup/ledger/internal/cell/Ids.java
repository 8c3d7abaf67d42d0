package org.signalup.ledger.internal.cell;

/** Which ids are fit to be opened in a spreadsheet again. */
public final class Ids {
    private static final String FORMULA_STARTS = "=+-@\t";

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
