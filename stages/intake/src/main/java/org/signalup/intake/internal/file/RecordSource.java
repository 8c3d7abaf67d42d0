package org.signalup.intake.internal.file;

import java.io.IOException;
import java.util.function.Predicate;

/** A file seen as records, the header among them. */
public interface RecordSource {
    /**
     * Hands out records in order until {@code handler} says false. Every call starts afresh.
     *
     * @throws FileRefusal when the file turns out to be damaged
     */
    void forEach(Predicate<FileRecord> handler) throws IOException;
}
