package org.signalup.bench.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.Text;

/** Hears the phases of an evaluation and notes the CPU seconds and the clock of each. Words it does not know belong to the phase before. */
final class StepClock implements ProgressListener {
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("reading samples", "read"),
            Map.entry("indexing targets", "index"),
            Map.entry("settling samples", "settle"),
            Map.entry("filtering crowd samples", "filter"),
            Map.entry("matching filtered samples", "filter"),
            Map.entry("matching samples", "match+trace"),
            Map.entry("counting samples", "tally"),
            Map.entry("matching rate tests", "rates"),
            Map.entry("keeping the days", "keep"),
            Map.entry("judging", "judge"),
            Map.entry("finding quantiles", "quantiles"),
            Map.entry("writing results", "write"));

    private final String pause;
    private final Runnable inPause;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<String, Double> walls = new LinkedHashMap<>();
    private String step = "";
    private double since;
    private long wallSince;

    /** Runs {@code inPause} off the clock before step {@code pause} begins. */
    StepClock(String pause, Runnable inPause) {
        this.pause = pause;
        this.inPause = inPause;
    }

    @Override
    public void progress(Text phase, long done, long total) {
        String next = STEPS.get(phase.en());
        if (next != null && !next.equals(step)) {
            stop();
            if (next.equals(pause)) {
                inPause.run();
            }
            step = next;
            since = CpuClock.seconds();
            wallSince = System.nanoTime();
        }
    }

    void stop() {
        if (!step.isEmpty()) {
            seconds.merge(step, CpuClock.seconds() - since, Double::sum);
            walls.merge(step, (System.nanoTime() - wallSince) / CpuClock.NANOS, Double::sum);
            step = "";
        }
    }

    double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Seconds on the clock of these steps together. */
    double wall(String... steps) {
        return Stream.of(steps).mapToDouble(walls::get).sum();
    }

    Map<String, Double> seconds() {
        return seconds;
    }
}
