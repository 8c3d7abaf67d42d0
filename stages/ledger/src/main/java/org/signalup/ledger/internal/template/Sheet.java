package org.signalup.ledger.internal.template;

import java.util.List;
import org.signalup.domain.Text;

/**
 * A table to fill in.
 *
 * @param file name without ending
 */
public record Sheet(String file, String title, List<Column> columns) {
    public Sheet {
        columns = List.copyOf(columns);
    }

    /**
     * One column of it.
     *
     * @param code the word of the file contract
     * @param choices what the drop-down offers; empty = free text
     * @param closed true when nothing but the choices is allowed
     * @param example the cell of the example row
     */
    public record Column(String code, String heading, List<String> choices, boolean closed, String example, Text note) {
        public Column {
            choices = List.copyOf(choices);
        }
    }
}
