package org.signalup.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;

/**
 * An evaluation in the background.
 *
 * @param accountName who ordered it
 * @param cancelAsked somebody wants it to stop
 * @param attempt how often it was begun
 * @param problems why it failed or was interrupted
 * @param ledgerVersion the ledger it used: number of the last change recorded
 * @param phase what is being done while it runs
 * @param done rows or bytes done in this phase, of {@code total}; 0 of 0 when unknown
 * @param version counts changes, against lost updates
 */
public record Job(
        long id,
        JobOrder order,
        long organisation,
        long account,
        String accountName,
        JobState state,
        boolean cancelAsked,
        int attempt,
        List<Problem> problems,
        OptionalLong ledgerVersion,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Text phase,
        long done,
        long total,
        int version) {
    /** Share done of the phase in percent; −1 when nobody knows. */
    public int percent() {
        return total <= 0 ? -1 : (int) Math.min(100, done * 100 / total);
    }
}
