package org.signalup.standards;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.signalup.standards.internal.policy.InstrumentPolicyFile;
import org.signalup.standards.internal.policy.PolicyFolder;

/**
 * When two instruments may be compared and when they agree: {@code instruments.yml} of the programme.
 *
 * @param rsrp limits of RSRP
 * @param sinr limits of SINR; without them it is computed and not judged
 * @param validityMonths how long a comparison counts
 */
public record InstrumentPolicy(
        Pairing pairing, Method method, Optional<Limits> rsrp, Optional<Limits> sinr, int validityMonths) {
    private static final String FILE = "instruments.yml";

    /**
     * What is side by side.
     *
     * @param window length of a slot of time
     * @param cellM side of a cell, or length of a stretch of a line
     * @param leastPairs fewer decide nothing
     */
    public record Pairing(Duration window, double cellM, int leastPairs) {}

    /**
     * How agreement is computed.
     *
     * @param confidence of every interval, 0 to 1
     * @param agreementSd limits of agreement: bias ± so many standard deviations
     * @param errorRatio variance of the other instrument's error by that of the reference
     * @param enAtMost largest En score
     */
    public record Method(double confidence, double agreementSd, double errorRatio, double enAtMost) {}

    /**
     * Agreement.
     *
     * @param biasDb largest bias, either way
     * @param agreementDb both limits of agreement lie within ± this
     */
    public record Limits(double biasDb, double agreementDb) {}

    /**
     * Reads the last {@code instruments.yml} of a programme and its overlays.
     *
     * @throws org.signalup.domain.RefusedException with every problem of the file
     */
    public static InstrumentPolicy read(List<Path> programme) {
        return InstrumentPolicyFile.read(PolicyFolder.last(programme, FILE));
    }
}
