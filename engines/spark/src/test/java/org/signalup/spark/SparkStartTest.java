package org.signalup.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;
import org.signalup.engine.EngineSettings;

class SparkStartTest {
    @TempDir
    Path folder;

    @Test
    void aMasterThatThisSparkDoesNotKnowIsRefusedWithTheWayThatThereIs() {
        EngineSettings settings = new EngineSettings(0, Optional.empty(), folder, Optional.of("yarn"));
        assertThatThrownBy(() -> SparkEngine.open(settings))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("SPARK_NOT_STARTED")
                .hasMessageContaining("spark-submit");
    }
}
