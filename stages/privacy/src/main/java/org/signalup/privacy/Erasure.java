package org.signalup.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An erasure, as its receipt tells it.
 *
 * @param by who carried it out
 * @param askedBy who asked for it, in words
 * @param pseudonyms what stood for the device, under every key; never its id
 * @param found before
 * @param ended empty = it broke off and must be asked for again
 * @param rows samples that went
 * @param files raw files that went
 */
public record Erasure(
        long id,
        String by,
        String askedBy,
        String reason,
        List<String> pseudonyms,
        Instant asked,
        Traces found,
        Optional<Instant> ended,
        long rows,
        long files) {
    public Erasure {
        pseudonyms = List.copyOf(pseudonyms);
    }
}
