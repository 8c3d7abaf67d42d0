package org.signalup.job;

import java.nio.file.Path;
import org.signalup.store.Scope;

/** Gives an evaluation the ledger people keep. */
public interface LedgerSource {
    /**
     * Writes what lies in a scope as a ledger folder, as of one moment.
     *
     * @return the version written
     */
    long write(Scope scope, Path folder);
}
