package org.signalup.standards.internal.policy;

import java.nio.file.Path;
import java.time.Duration;
import org.signalup.standards.LivePolicy;
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;
import org.signalup.standards.internal.Sources;

/** {@code live.yml}. */
public final class LivePolicyFile {
    private static final int DAY_S = 86_400;
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_MS = 3_600_000;
    private static final int MOST_THREADS = 64;
    private static final double MOST_MBPS = 1e6;

    private LivePolicyFile() {}

    /** @throws org.signalup.domain.RefusedException with every problem of the file */
    public static LivePolicy read(Path file) {
        StrictYaml yaml = StrictYaml.read(file);
        Sources.declare(yaml);
        YamlMap root = yaml.root();
        LivePolicy policy = new LivePolicy(
                probes(root.map("probes")),
                Duration.ofDays(root.map("batches").sourcedInteger("kept_days", 1, MOST_DAYS)),
                rmbt(root.map("rmbt")));
        yaml.refuseProblems();
        return policy;
    }

    private static LivePolicy.Probes probes(YamlMap map) {
        return new LivePolicy.Probes(
                seconds(map, "heartbeat_s"),
                seconds(map, "silent_after_s"),
                Duration.ofMillis(map.sourcedInteger("clock_offset_ms", 1, MOST_MS)));
    }

    private static Duration seconds(YamlMap map, String key) {
        return Duration.ofSeconds(map.sourcedInteger(key, 1, DAY_S));
    }

    private static LivePolicy.Rmbt rmbt(YamlMap map) {
        return new LivePolicy.Rmbt(
                seconds(map, "test_duration_s"),
                map.sourcedInteger("threads", 1, MOST_THREADS),
                map.sourcedInteger("pings", 1, MOST_THREADS),
                seconds(map, "result_within_s"),
                seconds(map, "coverage_session_s"),
                seconds(map, "coverage_walk_s"),
                map.sourced("download_mbps_at_most", 1, MOST_MBPS),
                map.sourced("upload_mbps_at_most", 1, MOST_MBPS),
                map.sourced("ping_ms_at_least", 0, MOST_MS),
                map.sourced("rate_tolerance", 0, 1));
    }
}
