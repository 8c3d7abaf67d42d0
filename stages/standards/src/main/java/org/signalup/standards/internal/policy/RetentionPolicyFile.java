package org.signalup.standards.internal.policy;

import java.nio.file.Path;
import java.util.Optional;
import org.signalup.standards.RetentionPolicy;
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;
import org.signalup.standards.internal.Sources;

/** {@code retention.yml}. */
public final class RetentionPolicyFile {
    private static final int MOST_DAYS = 36_500;

    private RetentionPolicyFile() {}

    /** @throws org.signalup.domain.RefusedException with every problem of the file */
    public static RetentionPolicy read(Path file) {
        StrictYaml yaml = StrictYaml.read(file);
        Sources.declare(yaml);
        YamlMap kept = yaml.root().map("kept_days");
        RetentionPolicy policy = new RetentionPolicy(
                days(kept, "samples"),
                days(kept, "uploads"),
                days(kept, "damaged_messages"),
                yaml.root().map("pseudonyms").sourcedInteger("key_days", 1, MOST_DAYS));
        yaml.refuseProblems();
        return policy;
    }

    private static Optional<Integer> days(YamlMap kept, String kind) {
        return kept.has(kind) ? Optional.of(kept.sourcedInteger(kind, 1, MOST_DAYS)) : Optional.empty();
    }
}
