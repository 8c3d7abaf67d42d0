package org.signalup.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.EngineSettings;

/**
 * A session of Spark that reads our SQL as DuckDB does. What is set here is a default: whatever {@code spark-submit} or a
 * property {@code spark.*} says wins, but for the settings on which the answer depends.
 */
record Sessions(SparkSession session, boolean ownsContext) {
    static Sessions open(EngineSettings settings) {
        boolean running = SparkSession.getDefaultSession().isDefined();
        SparkSession shared = started(conf(settings));
        // A session of its own: datasets of two engines in one process must not meet.
        return new Sessions(shared.newSession(), !running);
    }

    /** What keeps Spark from starting is what somebody asked for: a master that nobody runs, too little memory. */
    private static SparkSession started(SparkConf conf) {
        try {
            return SparkSession.builder().config(conf).getOrCreate();
        } catch (Exception e) {
            // Scala throws checked exceptions without saying so.
            if (hasStopped(e)) {
                throw stopped();
            }
            String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new RefusedException(Problem.ofFile(
                    conf.get("spark.master"),
                    "SPARK_NOT_STARTED",
                    Text.of(
                            "Spark 无法启动：" + said + "（yarn 和 k8s:// 须用集群自己的 spark-submit 提交，见 docs/spark.md）",
                            "Spark cannot be started: " + said
                                    + " (yarn and k8s:// need the spark-submit of the cluster,"
                                    + " see docs/spark.md)")));
        }
    }

    /** Whether a step failed since Spark is no longer there: one that finds no master starts, and ends by itself a minute later. */
    static boolean hasStopped(Exception failure) {
        String said = String.valueOf(failure.getMessage());
        return Stream.of("stopped SparkContext", "SparkContext was shut down", "LiveListenerBus is stopped")
                .anyMatch(said::contains);
    }

    static RefusedException stopped() {
        return new RefusedException(
                Problem.ofFile(
                        SparkEngine.NAME,
                        "SPARK_STOPPED",
                        Text.of(
                                "Spark 已停止：--master 所指的主节点没有应答，或集群结束了本程序",
                                "Spark has stopped: the master that --master names does not answer, or the cluster ended this program")));
    }

    private static SparkConf conf(EngineSettings settings) {
        SparkConf conf = new SparkConf();
        settings.master().ifPresent(master -> conf.set("spark.master", master));
        conf.setIfMissing("spark.master", settings.threads() > 0 ? "local[" + settings.threads() + "]" : "local[*]");
        settings.memoryLimit().ifPresent(limit -> conf.setIfMissing("spark.executor.memory", javaMemory(limit)));
        if (conf.get("spark.master").startsWith("local")) {
            // Everything is in this process: no other machine has to find it by the host's name.
            conf.setIfMissing("spark.driver.host", "localhost");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        } else if (!conf.contains("spark.jars")) {
            // Workers call functions of the program and read with connectors: who was not started by spark-submit sends
            // them along.
            List<String> jars = new ArrayList<>(List.of(JavaSparkContext.jarOfClass(Sessions.class)));
            jars.addAll(Connectors.all(System.getenv("SIGNALUP_JARS")));
            conf.setJars(jars.toArray(String[]::new));
        }
        usual(conf);
        answers(conf);
        return conf;
    }

    private static void usual(SparkConf conf) {
        conf.setIfMissing("spark.app.name", "SignalUp");
        conf.setIfMissing("spark.ui.enabled", "false");
        // Names of files are UTF-8 on every machine, whatever the workers were started with.
        conf.setIfMissing("spark.executorEnv.LC_ALL", "C.UTF-8");
        conf.setIfMissing("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
        // A task reads about a million samples: what it counts of them stays in its memory.
        conf.setIfMissing("spark.sql.files.maxPartitionBytes", "32m");
        // Pushing a filter below a projection makes Spark work out twice what is projected: the targets of a sample,
        // which is most of the matching; our SQL filters where it should be filtered.
        conf.setIfMissing(
                "spark.sql.optimizer.excludedRules", "org.apache.spark.sql.catalyst.optimizer.PushDownPredicates");
    }

    /** What the SQL of the seam means. */
    private static void answers(SparkConf conf) {
        // Overflow and nonsense casts are errors in DuckDB; without ANSI Spark makes them null or wraps around.
        conf.set("spark.sql.ansi.enabled", "true");
        // Names in double quotes; Spark's own are in back-ticks.
        conf.set("spark.sql.ansi.doubleQuotedIdentifiers", "true");
        conf.set("spark.sql.session.timeZone", "UTC");
    }

    /** {@code 1.5 GB} as Java and Spark write it: {@code 1500m}. */
    private static String javaMemory(String limit) {
        String unit = limit.replaceAll("[0-9. ]", "");
        double amount = Double.parseDouble(
                limit.substring(0, limit.length() - unit.length()).strip());
        return Math.round(amount * (unit.toUpperCase(java.util.Locale.ROOT).startsWith("G") ? 1000 : 1)) + "m";
    }
}
