package org.signalup.domain;

/** Hears how far a long run has come. Called from the running thread; must return quickly. */
public interface ProgressListener {
    ProgressListener NONE = (phase, done, total) -> {};

    /**
     * @param phase what is being done
     * @param done rows or bytes done in this phase
     * @param total expected rows or bytes; 0 when unknown
     */
    void progress(Text phase, long done, long total);

    /**
     * Said where {@code done} and {@code total} of the phase are bytes, because nobody knows how many rows there will be.
     *
     * @param rows rows done in this phase
     */
    default void rows(long rows) {}
}
