package org.signalup.standards;

import java.util.List;
import org.signalup.domain.Text;

/**
 * One worked example of a standard: what goes in and what must come out.
 *
 * @param name what the example shows
 * @param file the {@code *.spec.yml} it stands in
 * @param line the line there
 */
public record SpecCase(Text name, String file, int line, SpecInput input, List<Expected> expected) {
    public SpecCase {
        expected = List.copyOf(expected);
    }

    /**
     * One expected cell.
     *
     * @param subject which answer is meant: the RAT row of a point or bin, {@code line} or the section id of a line,
     *     {@code ANY/DL/WALK_TEST} of a rate; empty where there is only one answer
     * @param key name of the cell as in the contract files
     * @param value as written; a number is compared to the decimals written, empty means an empty cell
     * @param line line in the file
     */
    public record Expected(String subject, String key, String value, int line) {}
}
