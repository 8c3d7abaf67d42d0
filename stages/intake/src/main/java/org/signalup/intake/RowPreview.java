package org.signalup.intake;

import java.util.Map;
import java.util.Optional;

/**
 * How a profile reads one row.
 *
 * @param row physical line
 * @param values by column of the canonical file, in its units
 * @param reject why the row would be refused
 * @param column the heading at fault; empty when the row as a whole is
 */
public record RowPreview(long row, Map<String, String> values, Optional<RejectCode> reject, String column) {
    public RowPreview {
        values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    }
}
