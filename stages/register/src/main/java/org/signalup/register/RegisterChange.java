package org.signalup.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One change of an entry, as recorded.
 *
 * @param seq its number in the record of changes
 * @param action INSERT, UPDATE or DELETE
 * @param differences what became of each column
 */
public record RegisterChange(
        long seq, Instant at, String who, String action, String reason, List<Difference> differences) {
    public RegisterChange {
        differences = List.copyOf(differences);
    }

    /** A column before and after, as cells. */
    public record Difference(String column, String before, String after) {}

    /** Columns that differ between two states of an entry; an empty one has no column. */
    public static List<Difference> between(Subject subject, Map<String, Object> before, Map<String, Object> after) {
        return subject.columns().stream()
                .map(column -> new Difference(column, Entry.cell(before.get(column)), Entry.cell(after.get(column))))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }
}
