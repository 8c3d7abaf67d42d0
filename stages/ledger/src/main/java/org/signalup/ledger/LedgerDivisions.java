package org.signalup.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.signalup.domain.RefusedException;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.read.DivisionRows;
import org.signalup.ledger.internal.table.TableFiles;

/** A table of divisions ({@code divisions.csv} or {@code .xlsx}) with the days each code is valid. */
public final class LedgerDivisions {
    private LedgerDivisions() {}

    /**
     * A code while it is valid.
     *
     * @param from first day; {@link LocalDate#MIN} = always was
     * @param to last day; {@link LocalDate#MAX} = still is
     */
    public record Valid(Ledger.Division division, LocalDate from, LocalDate to) {}

    /**
     * The rows of a table, in its order.
     *
     * @throws RefusedException if a row is wrong; all problems at once
     */
    public static List<Valid> read(Path file) {
        Findings findings = new Findings();
        List<Valid> rows = TableFiles.read(file, findings)
                .map(table -> DivisionRows.all(table, findings))
                .orElse(List.of());
        if (findings.hasErrors()) {
            throw new RefusedException(findings.errors());
        }
        return rows;
    }
}
