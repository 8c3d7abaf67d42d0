package org.signalup.evaluate.internal;

import java.util.stream.Stream;

/** Independent pieces of work at once, on as many processors as there are. */
public final class Together {
    private Together() {}

    /** Ends when all have ended; what one of them throws is thrown. */
    public static void run(Runnable... pieces) {
        Stream.of(pieces).parallel().forEach(Runnable::run);
    }
}
