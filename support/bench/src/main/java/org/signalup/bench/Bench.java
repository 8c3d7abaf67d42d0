package org.signalup.bench;

import java.io.IOException;
import org.signalup.bench.internal.run.BenchRun;
import org.signalup.bench.internal.run.Options;

/**
 * Measures evaluations of generated worlds and the reading of CSV: CPU seconds by step, ratios to a plain scan of the same
 * columns in the same run, samples per second and core, peak resident memory. Prints the tables of the README.
 */
public final class Bench {
    private Bench() {}

    /** See {@link Options#usage}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new BenchRun(Options.of(args), System.out).run();
    }
}
