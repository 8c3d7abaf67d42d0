package org.signalup.domain;

import static java.util.Objects.requireNonNull;

/**
 * One thing wrong with one input, said so that a person can mend it.
 *
 * @param file the input as the user named it
 * @param row physical line where the record starts (first line = 1); 0 when the whole file is meant
 * @param column column, key or property; empty when the whole row is meant
 * @param value the offending value, identifiers masked; empty when there is none
 * @param code stable upper-case code for machines, for example {@code POINT_UNKNOWN}
 * @param message what was found and what was expected
 */
public record Problem(String file, long row, String column, String value, String code, Text message) {
    public Problem {
        requireNonNull(file, "file");
        requireNonNull(column, "column");
        requireNonNull(value, "value");
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }

    public static Problem ofFile(String file, String code, Text message) {
        return new Problem(file, 0, "", "", code, message);
    }

    /** The same about an input of another name. */
    public Problem named(String otherFile) {
        return new Problem(otherFile, row, column, value, code, message);
    }

    /** One line for a terminal: {@code file:row: column: "value": message [CODE]}. */
    public String line(Language language) {
        StringBuilder line = new StringBuilder(file);
        if (row > 0) {
            line.append(':').append(row);
        }
        if (!column.isEmpty()) {
            line.append(": ").append(column);
        }
        if (!value.isEmpty()) {
            line.append(": \"").append(value).append('"');
        }
        return line.append(": ")
                .append(message.in(language))
                .append(" [")
                .append(code)
                .append(']')
                .toString();
    }
}
