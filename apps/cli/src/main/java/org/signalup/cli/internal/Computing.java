package org.signalup.cli.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.engine.EngineSettings;

/**
 * What computes, as the caller said it.
 *
 * @param engine name of a provider on the class path
 * @param work folder for what the engine keeps; beside the results unless given
 */
public record Computing(
        String engine,
        Optional<String> master,
        Optional<Path> work,
        Optional<Integer> threads,
        Optional<String> memoryLimit) {
    public static final String DUCKDB = "duckdb";
    public static final String SPARK = "spark";
    private static final String MASTER = "local(\\[([1-9][0-9]*|\\*)])?|(spark|k8s)://\\S+|yarn";

    static final Computing USUAL =
            new Computing(DUCKDB, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws RefusedException if the engine is not part of this installation */
    public EngineProvider provider() {
        return EngineProvider.find(engine)
                .orElseThrow(() -> new RefusedException(Problem.ofFile(engine, "NO_ENGINE", absent())));
    }

    /** What is submitted to a cluster has no DuckDB, the usual class path no Spark. */
    private Text absent() {
        return engine.equals(DUCKDB)
                ? Text.of(
                        "提交到集群的程序不含 DuckDB：评测请加 --engine spark；磁盘上的数据湖请用 ./signalup 改动",
                        "what is submitted to a cluster has no DuckDB: evaluate with --engine spark; a lake on a disk is changed"
                                + " with ./signalup")
                : Text.of(
                        "没有引擎 spark：请用 ./signalup 运行，它会构建 lib/spark；或改用 --engine duckdb",
                        "engine spark is not here: run ./signalup, which builds lib/spark, or use --engine duckdb");
    }

    /** Where Spark finds its workers, as the caller says it. */
    public static Optional<String> master(String value) {
        Optional<String> url = Words.text(value);
        if (url.isPresent() && !url.get().matches(MASTER)) {
            throw Words.wrong(
                    "--master",
                    value,
                    Text.of(
                            " local[*]、local[4]、spark://主机:7077、yarn 或 k8s://…",
                            "local[*], local[4], spark://host:7077, yarn or k8s://..."));
        }
        return url;
    }

    /** Does something small with an engine of its own, on one thread, and a folder that lasts as long. */
    public static <T> T small(BiFunction<Engine, Path, T> work) {
        Computing computing =
                new Computing(DUCKDB, Optional.empty(), Optional.empty(), Optional.of(1), Optional.empty());
        Path place = Path.of(System.getProperty("java.io.tmpdir"), "signalup-small");
        try (SpillFolder spill = computing.spill(place);
                Engine engine = computing.open(computing.provider(), spill)) {
            return work.apply(engine, spill.path());
        }
    }

    public SpillFolder spill(Path out) {
        return SpillFolder.beside(work.map(folder -> folder.resolve("signalup")).orElse(out));
    }

    public Engine open(EngineProvider provider, SpillFolder spill) {
        return provider.open(new EngineSettings(threads.orElse(0), memoryLimit, spill.path(), master));
    }
}
