package org.signalup.standards;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.signalup.standards.internal.policy.LivePolicyFile;
import org.signalup.standards.internal.policy.PolicyFolder;

/** What holds for samples that arrive live and for the probes that send them: {@code live.yml} of the programme. */
public record LivePolicy(Probes probes, Duration batchesKept, Rmbt rmbt) {
    private static final String FILE = "live.yml";

    /**
     * Probes.
     *
     * @param heartbeat how often a probe says that it lives
     * @param silentAfter how long it may be unheard of
     * @param clockOffset by how much its clock may be off
     */
    public record Probes(Duration heartbeat, Duration silentAfter, Duration clockOffset) {}

    /**
     * Tests of RMBT clients.
     *
     * @param resultWithin how long a result is taken after it was asked for
     * @param coverageSession longest part of a walk
     * @param coverageWalk longest walk
     * @param downloadMbps a result beyond it is implausible
     * @param uploadMbps a result beyond it is implausible
     * @param pingMs a result below it is implausible
     * @param rateTolerance largest share by which a rate may differ from bytes over duration
     */
    public record Rmbt(
            Duration testDuration,
            int threads,
            int pings,
            Duration resultWithin,
            Duration coverageSession,
            Duration coverageWalk,
            double downloadMbps,
            double uploadMbps,
            double pingMs,
            double rateTolerance) {}

    /**
     * Reads the last {@code live.yml} of a programme and its overlays.
     *
     * @throws org.signalup.domain.RefusedException with every problem of the file
     */
    public static LivePolicy read(List<Path> programme) {
        return LivePolicyFile.read(PolicyFolder.last(programme, FILE));
    }
}
