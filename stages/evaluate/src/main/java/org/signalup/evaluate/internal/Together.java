package org.signalup.evaluate.internal;

import java.util.List;
import java.util.concurrent.ForkJoinTask;

/** Independent pieces of work at once, on as many processors as there are. */
public final class Together {
    private Together() {}

    /** Ends when all have ended; what one of them throws is thrown. */
    public static void run(Runnable... pieces) {
        run(List.of(pieces));
    }

    /** The same for many pieces: whoever is done with one takes the next. A parallel stream would deal them out in advance. */
    public static void run(List<Runnable> pieces) {
        List<? extends ForkJoinTask<?>> tasks =
                pieces.stream().map(ForkJoinTask::adapt).toList();
        // Begun from the end, so that this thread, which joins from the front, finds what nobody has taken yet.
        for (int i = tasks.size() - 1; i >= 0; i--) {
            tasks.get(i).fork();
        }
        tasks.forEach(ForkJoinTask::quietlyJoin);
        tasks.forEach(ForkJoinTask::join);
    }
}
