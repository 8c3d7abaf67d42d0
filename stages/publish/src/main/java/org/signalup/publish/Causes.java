package org.signalup.publish;

import org.signalup.evaluate.ResultRows.Measured;

/**
 * Why samples were not compliant: no service at all, level below its limit (弱覆盖), level fine but quality below its
 * limit (干扰), or none of these, which is 2G and 3G.
 */
public record Causes(long samples, long noService, long weak, long interfered, long other) {
    public static final Causes NONE = new Causes(0, 0, 0, 0, 0);

    public static Causes of(Measured measured) {
        long samples = measured.samples().orElse(0);
        long bad = samples - measured.covered().orElse(0);
        long none = measured.noService().orElse(0);
        long weak = measured.weak().orElse(0);
        long interfered = measured.interfered().orElse(0);
        return new Causes(samples, none, weak, interfered, Math.max(0, bad - none - weak - interfered));
    }

    public Causes plus(Causes more) {
        return new Causes(
                samples + more.samples,
                noService + more.noService,
                weak + more.weak,
                interfered + more.interfered,
                other + more.other);
    }

    /** Samples that were not compliant. */
    public long bad() {
        return noService + weak + interfered + other;
    }
}
