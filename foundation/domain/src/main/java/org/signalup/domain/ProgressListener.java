package org.signalup.domain;

/** Hears how far a long run has come. Called from the running thread; must return quickly. */
public interface ProgressListener {
    ProgressListener NONE = (phase, done, total) -> {};

    /**
     * @param phase what is being done
     * @param done rows done in this phase
     * @param total expected rows; 0 when unknown
     */
    void progress(Text phase, long done, long total);
}
