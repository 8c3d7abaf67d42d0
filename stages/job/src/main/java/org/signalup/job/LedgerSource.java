package org.signalup.job;

import java.nio.file.Path;
import java.util.List;
import org.signalup.store.Scope;

/** Gives an evaluation the ledger people keep. */
public interface LedgerSource {
    /**
     * Writes what lies in a scope as a ledger folder, as of one moment.
     *
     * @return the version written
     */
    long write(Scope scope, Path folder);

    /** Writes the service aggregates seen in a scope into a folder and tells their paths; none unless somebody keeps any. */
    default List<Path> aggregates(Scope scope, Path folder) {
        return List.of();
    }
}
