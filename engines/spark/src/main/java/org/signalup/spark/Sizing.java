package org.signalup.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How a query is run follows from how much it reads. What reads little stays in one part, which spares every exchange and the
 * replanning after it, and is interpreted: compiling it would take longer than the rows. What reads much is cut so
 * that a part fits in the memory of a task, and compiled.
 */
final class Sizing {
    /** Bytes of Parquet for each part. */
    static final long USUAL_PART_BYTES = 8L << 20;

    private static final long MOST = 1_000;

    private final SparkSession session;
    private final long partBytes;

    Sizing(SparkSession session, long partBytes) {
        this.session = session;
        this.partBytes = partBytes;
    }

    /** To be called before a query is planned; one thread's choice holds until the next. */
    void chooseFor(Dataset<Row> query) {
        long parts = Math.min(MOST, 1 + bytesRead(query.queryExecution().analyzed()) / partBytes);
        choose("spark.sql.shuffle.partitions", parts + "");
        choose("spark.sql.adaptive.enabled", (parts > 1) + "");
        choose("spark.sql.codegen.wholeStage", (parts > 1) + "");
        choose("spark.sql.codegen.factoryMode", parts > 1 ? "FALLBACK" : "NO_CODEGEN");
    }

    /** What the user said of it wins. */
    private void choose(String setting, String value) {
        if (!session.sparkContext().conf().contains(setting)) {
            session.conf().set(setting, value);
        }
    }

    private static long bytesRead(LogicalPlan plan) {
        long bytes = 0;
        for (LogicalPlan leaf : CollectionConverters.asJava(plan.collectLeaves())) {
            bytes += leaf.stats().sizeInBytes().toLong();
        }
        return bytes;
    }
}
