package org.signalup.standards;

import java.util.List;
import org.signalup.domain.Text;

/** Whether a worked example came out as written; each difference names the cell, what was expected and what came. */
public record SpecOutcome(SpecCase specCase, List<Text> differences) {
    public SpecOutcome {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
