package org.signalup.standards.internal.policy;

import java.nio.file.Path;
import java.time.Duration;
import org.signalup.standards.InstrumentPolicy;
import org.signalup.standards.InstrumentPolicy.Limits;
import org.signalup.standards.InstrumentPolicy.Method;
import org.signalup.standards.InstrumentPolicy.Pairing;
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;
import org.signalup.standards.internal.Sources;

/** {@code instruments.yml}. The bounds here keep nonsense out; the policy is in the file. */
public final class InstrumentPolicyFile {
    private static final int DAY_S = 86_400;
    private static final int MOST = 1_000_000;
    private static final double SMALL = 0.001;
    private static final double LEAST_CONFIDENCE = 0.5;
    private static final double MOST_CONFIDENCE = 0.999;

    private InstrumentPolicyFile() {}

    /** @throws org.signalup.domain.RefusedException with every problem of the file */
    public static InstrumentPolicy read(Path file) {
        StrictYaml yaml = StrictYaml.read(file);
        Sources.declare(yaml);
        YamlMap root = yaml.root();
        YamlMap limits = root.map("limits");
        InstrumentPolicy policy = new InstrumentPolicy(
                pairing(root.map("pairing")),
                method(root.map("method")),
                limits.optionalMap("rsrp").map(InstrumentPolicyFile::limits),
                limits.optionalMap("sinr").map(InstrumentPolicyFile::limits),
                root.map("validity").sourcedInteger("months", 1, MOST));
        yaml.refuseProblems();
        return policy;
    }

    private static Pairing pairing(YamlMap map) {
        return new Pairing(
                Duration.ofSeconds(map.sourcedInteger("window_s", 1, DAY_S)),
                map.sourced("cell_m", 1, MOST),
                map.sourcedInteger("least_pairs", 2, MOST));
    }

    private static Method method(YamlMap map) {
        return new Method(
                map.sourced("confidence", LEAST_CONFIDENCE, MOST_CONFIDENCE),
                map.sourced("agreement_sd", SMALL, MOST),
                map.sourced("error_ratio", SMALL, MOST),
                map.sourced("en_at_most", SMALL, MOST));
    }

    private static Limits limits(YamlMap map) {
        return new Limits(map.sourced("bias_db", 0, MOST), map.sourced("agreement_db", 0, MOST));
    }
}
