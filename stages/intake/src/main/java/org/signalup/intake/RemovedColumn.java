package org.signalup.intake;

/**
 * A column whose identifiers were not kept. The values are nowhere.
 *
 * @param column heading in the file, or the column of the sample when pseudonyms stand there now
 * @param cells how many held one
 * @param replaced by pseudonyms, so that the same device stays the same device; else dropped
 */
public record RemovedColumn(String column, PersonalKind kind, long cells, boolean replaced) {
    /** In short: the column, and what was replaced in it. */
    public String label() {
        return replaced ? column + " (" + kind.text().en() + ")" : column;
    }
}
