package org.signalup.standards;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.signalup.standards.internal.policy.PolicyFolder;
import org.signalup.standards.internal.policy.RetentionPolicyFile;

/**
 * How long what was measured is kept: {@code retention.yml} of the programme. Empty = without end.
 *
 * @param samplesDays samples of the lake, from the day they were measured
 * @param uploadsDays raw files that were sent, from the day they came
 * @param damagedDays messages that could not be read and were put aside
 * @param keyDays how long a key serves that ids of devices are hashed with
 */
public record RetentionPolicy(
        Optional<Integer> samplesDays, Optional<Integer> uploadsDays, Optional<Integer> damagedDays, int keyDays) {
    private static final String FILE = "retention.yml";

    /**
     * Reads the last {@code retention.yml} of a programme and its overlays.
     *
     * @throws org.signalup.domain.RefusedException with every problem of the file
     */
    public static RetentionPolicy read(List<Path> programme) {
        return RetentionPolicyFile.read(PolicyFolder.last(programme, FILE));
    }
}
