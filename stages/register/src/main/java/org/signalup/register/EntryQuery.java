package org.signalup.register;

/**
 * Which entries of the ledger, in the order of their ids. Empty texts ask for nothing.
 *
 * @param scenario code
 * @param division prefix of a division code
 * @param department words of the department's name, exactly
 * @param year target year; 0 = any
 * @param claim places only: {@code yes} somebody reported it done, {@code no} nobody did
 * @param missing places only: {@code yes} key points of a kind its scenario looks for are missing
 * @param code {@code expired}: of places, their division code is not valid today, of instruments, their certificate; {@code
 *     unproven} instruments only: their last comparison did not agree, or there was none
 * @param owner key points only: id of the place or line
 * @param words a part of name, id or address, or pinyin initials
 * @param after id after which the page begins
 * @param limit most entries of the page
 */
public record EntryQuery(
        Subject subject,
        String scenario,
        String division,
        String department,
        int year,
        String claim,
        String missing,
        String code,
        String owner,
        String words,
        String after,
        int limit) {
    public static final int USUAL_LIMIT = 50;

    /** All of a subject, from the first. */
    public static EntryQuery all(Subject subject) {
        return new EntryQuery(subject, "", "", "", 0, "", "", "", "", "", "", USUAL_LIMIT);
    }

    public EntryQuery after(String id, int most) {
        return new EntryQuery(
                subject, scenario, division, department, year, claim, missing, code, owner, words, id, most);
    }

    /** The same with words to look for. */
    public EntryQuery words(String text) {
        return new EntryQuery(
                subject, scenario, division, department, year, claim, missing, code, owner, text, after, limit);
    }

    /** The key points of a place or line. */
    public static EntryQuery pointsOf(String owner) {
        return new EntryQuery(Subject.KEY_POINT, "", "", "", 0, "", "", "", owner, "", "", Integer.MAX_VALUE);
    }
}
