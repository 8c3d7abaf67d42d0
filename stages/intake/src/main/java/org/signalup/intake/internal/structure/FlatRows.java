package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.util.function.Predicate;

/** A document seen as rows. */
interface FlatRows {
    /**
     * Hands out rows in order, their lines growing, until {@code handler} says false. Every call starts afresh.
     *
     * @throws org.signalup.intake.internal.file.FileRefusal when the document turns out to be damaged
     */
    void forEach(Predicate<FlatRow> handler) throws IOException;
}
