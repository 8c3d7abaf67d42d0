package org.signalup.spark;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.signalup.engine.LongsFunction;

/** Functions of the program that SQL calls. Each is sent to every worker once, however many names and tasks it has. */
final class Functions implements AutoCloseable {
    private static final int MEGABYTE_BITS = 20;

    private final SparkSession session;
    private final IdentityHashMap<LongsFunction, Broadcast<LongsFunction>> sent = new IdentityHashMap<>();
    private final Set<String> names = new HashSet<>();

    Functions(SparkSession session) {
        this.session = session;
    }

    /** The heap of whoever has least of it, the driver or, on a cluster, an executor. */
    long heapBytes() {
        long driver = Runtime.getRuntime().maxMemory();
        long executor = session.sparkContext().isLocal()
                ? driver
                : (long) session.sparkContext().executorMemory() << MEGABYTE_BITS;
        return Math.min(driver, executor);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    void put(String name, int arguments, LongsFunction function) {
        Called called = new Called(
                sent.computeIfAbsent(function, JavaSparkContext.fromSparkContext(session.sparkContext())::broadcast));
        UDFRegistration known = session.udf();
        switch (arguments) {
            case 1 -> known.register(name, (UDF1<Long, Long>) called, DataTypes.LongType);
            case 2 -> known.register(name, (UDF2<Long, Long, Long>) called, DataTypes.LongType);
            case 3 -> known.register(name, (UDF3<Long, Long, Long, Long>) called, DataTypes.LongType);
            default -> throw new IllegalArgumentException(name + ": " + arguments + " arguments (expected: 1 to 3)");
        }
        names.add(name);
    }

    @Override
    public void close() {
        sent.values().forEach(Broadcast::destroy);
    }

    /** Spark calls a function of the program row by row. */
    private static final class Called
            implements UDF1<Long, Long>, UDF2<Long, Long, Long>, UDF3<Long, Long, Long, Long> {
        private static final long serialVersionUID = 1;

        private final Broadcast<LongsFunction> sent;
        /** What was sent, on the machine that calls it. */
        private transient LongsFunction here;

        Called(Broadcast<LongsFunction> sent) {
            this.sent = sent;
        }

        @Override
        public Long call(Long a) {
            return answer(new long[] {a});
        }

        @Override
        public Long call(Long a, Long b) {
            return answer(new long[] {a}, new long[] {b});
        }

        @Override
        public Long call(Long a, Long b, Long c) {
            return answer(new long[] {a}, new long[] {b}, new long[] {c});
        }

        private Long answer(long[]... row) {
            if (here == null) {
                here = sent.value();
            }
            long[] result = new long[1];
            here.apply(row, 1, result);
            return result[0] == 0 ? null : result[0];
        }
    }
}
