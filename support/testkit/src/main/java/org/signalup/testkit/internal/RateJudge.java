package org.signalup.testkit.internal;

import java.util.List;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;

/** {@code rates.csv}. */
public final class RateJudge {
    public RateJudge(Programme programme, Standard standard, Ledger ledger, Matching.Matches matches) {}

    public List<RateRow> rows() {
        return List.of();
    }
}
