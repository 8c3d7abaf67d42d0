package org.signalup.lake.internal;

import java.util.List;
import java.util.stream.Stream;

/** {@code log.jsonl}: what was done to the lake, one line each time, never changed. */
public final class Log {
    private Log() {}

    /** All lines; one that is being written is left out. */
    public static List<LogEntry> read(LakeFolder folder) {
        String text = folder.book().log();
        Stream<String> whole = text.substring(0, text.lastIndexOf('\n') + 1).lines();
        return whole.filter(line -> !line.isBlank())
                .map(line -> Json.read(line, LogEntry.class))
                .toList();
    }

    /** Adds {@code last} if the log ends before it: a writer may have died between the manifest and its line. */
    static void bringUpToDate(Book book, LogEntry last) {
        String text = book.log();
        String line = Json.line(last);
        int end = text.lastIndexOf('\n') + 1;
        if (end < text.length()) {
            // A line broken off in the middle.
            book.cutLog(text.substring(0, end));
        }
        String whole = text.substring(0, end);
        if (!whole.endsWith(line + "\n")) {
            book.addToLog(whole, line + "\n");
        }
    }
}
