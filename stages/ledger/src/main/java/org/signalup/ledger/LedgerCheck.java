package org.signalup.ledger;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Problem;

/**
 * What checking a ledger folder found: everything at once.
 *
 * @param ledger the ledger; empty when there are errors
 * @param errors what makes the ledger unusable
 * @param warnings what is odd, counted or not checked
 */
public record LedgerCheck(Optional<Ledger> ledger, List<Problem> errors, List<Problem> warnings) {
    public LedgerCheck {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
