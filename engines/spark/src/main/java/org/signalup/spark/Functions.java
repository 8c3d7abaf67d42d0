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
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.signalup.engine.IntsFunction;

/** Functions of the program that SQL calls. Each is sent to every worker once, however many names and tasks it has. */
final class Functions implements AutoCloseable {
    private final SparkSession session;
    private final IdentityHashMap<IntsFunction, Broadcast<IntsFunction>> sent = new IdentityHashMap<>();
    private final Set<String> names = new HashSet<>();

    Functions(SparkSession session) {
        this.session = session;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    void put(String name, int arguments, IntsFunction function) {
        Called called = new Called(
                sent.computeIfAbsent(function, JavaSparkContext.fromSparkContext(session.sparkContext())::broadcast));
        UDFRegistration known = session.udf();
        switch (arguments) {
            case 1 -> known.register(name, (UDF1<Integer, Long>) called, DataTypes.LongType);
            case 2 -> known.register(name, (UDF2<Integer, Integer, Long>) called, DataTypes.LongType);
            case 3 -> known.register(name, (UDF3<Integer, Integer, Integer, Long>) called, DataTypes.LongType);
            case 4 -> known.register(name, (UDF4<Integer, Integer, Integer, Integer, Long>) called, DataTypes.LongType);
            case 5 ->
                known.register(
                        name, (UDF5<Integer, Integer, Integer, Integer, Integer, Long>) called, DataTypes.LongType);
            default -> throw new IllegalArgumentException(name + ": " + arguments + " arguments (expected: 1 to 5)");
        }
        names.add(name);
    }

    @Override
    public void close() {
        sent.values().forEach(Broadcast::destroy);
    }

    /** Spark calls a function of the program row by row. */
    private static final class Called
            implements UDF1<Integer, Long>,
                    UDF2<Integer, Integer, Long>,
                    UDF3<Integer, Integer, Integer, Long>,
                    UDF4<Integer, Integer, Integer, Integer, Long>,
                    UDF5<Integer, Integer, Integer, Integer, Integer, Long> {
        private static final long serialVersionUID = 1;

        private final Broadcast<IntsFunction> sent;
        /** What was sent, on the machine that calls it. */
        private transient IntsFunction here;

        Called(Broadcast<IntsFunction> sent) {
            this.sent = sent;
        }

        @Override
        public Long call(Integer a) {
            return answer(new int[] {a});
        }

        @Override
        public Long call(Integer a, Integer b) {
            return answer(new int[] {a}, new int[] {b});
        }

        @Override
        public Long call(Integer a, Integer b, Integer c) {
            return answer(new int[] {a}, new int[] {b}, new int[] {c});
        }

        @Override
        public Long call(Integer a, Integer b, Integer c, Integer d) {
            return answer(new int[] {a}, new int[] {b}, new int[] {c}, new int[] {d});
        }

        @Override
        public Long call(Integer a, Integer b, Integer c, Integer d, Integer e) {
            return answer(new int[] {a}, new int[] {b}, new int[] {c}, new int[] {d}, new int[] {e});
        }

        private Long answer(int[]... row) {
            if (here == null) {
                here = sent.value();
            }
            long[] result = new long[1];
            here.apply(row, 1, result);
            return result[0] == 0 ? null : result[0];
        }
    }
}
