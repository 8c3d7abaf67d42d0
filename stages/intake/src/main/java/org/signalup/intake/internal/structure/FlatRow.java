package org.signalup.intake.internal.structure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.signalup.intake.RejectCode;

/**
 * One row out of a document: values by the path at which they stood, {@code position.latitude}.
 *
 * @param line where it ends, or one more than the row before where a line holds several
 * @param fault why it cannot be kept, or null
 */
record FlatRow(long line, Map<String, String> values, RejectCode fault) {
    static FlatRow of(long line, Map<String, String> values) {
        return new FlatRow(line, values, null);
    }

    static FlatRow broken(long line, RejectCode fault) {
        return new FlatRow(line, new LinkedHashMap<>(), fault);
    }
}
