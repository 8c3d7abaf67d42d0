package org.signalup.evaluate.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.Text;

/** Announces the phases of a run and remembers how long each took; clock times go nowhere but into the run's record. */
public final class Phases {
    private static final double NANOS = 1e9;

    private final ProgressListener listener;
    private final Instant startedAt = Instant.now();
    private final long started = System.nanoTime();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    Phases(ProgressListener listener) {
        this.listener = listener;
    }

    public <T> T time(String name, Text words, Supplier<T> work) {
        listener.progress(words, 0, 0);
        long from = System.nanoTime();
        T result = work.get();
        seconds.merge(name, (System.nanoTime() - from) / NANOS, Double::sum);
        return result;
    }

    public void run(String name, Text words, Runnable work) {
        time(name, words, () -> {
            work.run();
            return null;
        });
    }

    Instant startedAt() {
        return startedAt;
    }

    double seconds() {
        return (System.nanoTime() - started) / NANOS;
    }

    Map<String, Double> phaseSeconds() {
        return seconds;
    }
}
