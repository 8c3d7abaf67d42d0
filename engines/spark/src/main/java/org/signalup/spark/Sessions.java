package org.signalup.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.signalup.engine.EngineSettings;

/**
 * A session of Spark that reads our SQL as DuckDB does. What is set here is a default: whatever {@code spark-submit} or a
 * property {@code spark.*} says wins, but for the settings on which the answer depends.
 */
record Sessions(SparkSession session, boolean ownsContext) {
    static Sessions open(EngineSettings settings) {
        boolean running = SparkSession.getDefaultSession().isDefined();
        SparkSession shared = SparkSession.builder().config(conf(settings)).getOrCreate();
        // A session of its own: datasets of two engines in one process must not meet.
        return new Sessions(shared.newSession(), !running);
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
            // Workers call functions of the program: who was not started by spark-submit sends its jar along.
            conf.setJars(JavaSparkContext.jarOfClass(Sessions.class));
        }
        usual(conf);
        answers(conf);
        return conf;
    }

    private static void usual(SparkConf conf) {
        conf.setIfMissing("spark.app.name", "SignalUp");
        conf.setIfMissing("spark.ui.enabled", "false");
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
