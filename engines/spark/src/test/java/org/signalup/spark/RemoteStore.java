package org.signalup.spark;

/** A real store of files behind a URL, for as long as a test. */
interface RemoteStore extends AutoCloseable {
    /** A folder of its own at each call, which does not exist yet. */
    String folder();

    @Override
    void close();
}
