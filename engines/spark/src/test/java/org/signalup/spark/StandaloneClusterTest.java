package org.signalup.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineSettings;
import org.signalup.testkit.Comparison;
import org.signalup.testkit.RandomWorld;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.Trial;

/** A master and two workers of their own, as on a cluster; one worker is killed in the middle of a run. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class StandaloneClusterTest {
    /** So little that a small world is shared among the workers. */
    private static final long SMALL_PART_BYTES = 40_000;

    private static final Map<String, String> SETTINGS = Map.of(
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.executor.memory", "800m",
            "spark.cores.max", "2",
            "spark.locality.wait", "0s",
            // Here the program is folders of classes; whoever installs it has the jar that is sent to the workers.
            "spark.executor.extraClassPath", StandaloneCluster.CLASS_PATH,
            // Both workers are there before the first task.
            "spark.scheduler.minRegisteredResourcesRatio", "1.0",
            "spark.scheduler.maxRegisteredResourcesWaitingTime", "120s");

    /** Finished tasks after which a worker dies: in the middle of matching. */
    private static final int TASKS_BEFORE_DEATH = 60;

    @TempDir
    Path folder;

    @BeforeEach
    void set() {
        SETTINGS.forEach(System::setProperty);
    }

    @AfterEach
    void reset() {
        SETTINGS.keySet().forEach(System::clearProperty);
    }

    @Test
    void twoWorkersAndOneThatIsLeftGiveTheBytesOfOneMachine() throws Exception {
        RandomWorld world = RandomWorld.of(102);
        Path expected = new Trial((threads, spill) -> DuckDbEngine.open(threads, "700MB", spill), folder.resolve("one"))
                .evaluate(world, Shape.ONE, 2);
        try (StandaloneCluster cluster = new StandaloneCluster(folder.resolve("cluster"), 2)) {
            Watch calm = new Watch(() -> {});
            Comparison.assertSameBytes(evaluate(world, cluster, calm, "calm"), expected);
            assertThat(calm.lost).hasValue(0);
            Watch deadly = new Watch(cluster::killWorker);
            Comparison.assertSameBytes(evaluate(world, cluster, deadly, "deadly"), expected);
            assertThat(deadly.lost).hasPositiveValue();
        }
    }

    private Path evaluate(RandomWorld world, StandaloneCluster cluster, Watch watch, String name) {
        return new Trial((threads, spill) -> open(cluster, watch, spill), folder.resolve(name))
                .evaluate(world, Shape.ONE, 2);
    }

    private static Engine open(StandaloneCluster cluster, Watch watch, Path spill) {
        EngineSettings settings = new EngineSettings(0, Optional.empty(), spill, Optional.of(cluster.url()));
        Engine engine = SparkEngine.open(settings, SMALL_PART_BYTES);
        SparkSession.getDefaultSession().get().sparkContext().addSparkListener(watch);
        return engine;
    }

    /** Counts tasks; after some of them something happens. */
    private static final class Watch extends SparkListener {
        private final Runnable event;
        private final AtomicInteger tasks = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();

        Watch(Runnable event) {
            this.event = event;
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (tasks.incrementAndGet() == TASKS_BEFORE_DEATH) {
                event.run();
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            lost.incrementAndGet();
        }
    }
}
