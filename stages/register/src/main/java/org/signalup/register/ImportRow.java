package org.signalup.register;

import java.util.List;
import java.util.Map;
import org.signalup.domain.Problem;
import org.signalup.register.RegisterChange.Difference;

/**
 * One row of an import.
 *
 * @param number in the import, from 1
 * @param line physical line of the file
 * @param values what it says; empty when it was refused for what it says
 * @param differences from the ledger as it stands now
 * @param problems why it was refused, or what was odd
 */
public record ImportRow(
        int number,
        Subject subject,
        String file,
        long line,
        String id,
        ImportBatch.Status status,
        Map<String, Object> values,
        List<Difference> differences,
        List<Problem> problems) {
    public ImportRow {
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }
}
