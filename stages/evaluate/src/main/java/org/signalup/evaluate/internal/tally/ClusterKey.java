package org.signalup.evaluate.internal.tally;

import java.util.List;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;

/**
 * Who tested when and what a sample found, in one whole number, so that counting groups by three numbers and not by a
 * dozen columns. From the high digits down: slot (seconds of the wall clock), operator (its place in the list), source, self
 * test or not; then the class: network, mode and quality of the sample. Samples of one cluster differ in the class only.
 */
public final class ClusterKey {
    /** Quality of a sample against the limits of a target. */
    private static final int GOOD = 1;

    private static final int LOW = 2;
    private static final int NOISY = 3;

    private static final int QUALITIES = 4;
    private static final int NUMBERS = 16;
    private static final int CLASSES = QUALITIES * NUMBERS * NUMBERS;
    private static final int SOURCES = 8;
    private static final int OPERATORS = 256;
    /** Keys of one slot, quality left out. */
    private static final long KEYS = 2L * OPERATORS * SOURCES * NUMBERS * NUMBERS;

    private static final int SECONDS_PER_DAY = 86_400;

    private ClusterKey() {}

    /** The key without quality, from the columns of a settled sample. */
    static String sql(List<String> operators, int slotSeconds) {
        if (operators.size() >= OPERATORS) {
            throw new IllegalArgumentException(
                    "operators: " + operators.size() + " (expected: fewer than " + OPERATORS + ")");
        }
        String operator = "CASE operator" + numbers(operators);
        return "(local_s - local_s % " + slotSeconds + ") * " + KEYS + " + (" + operator + " * "
                + SOURCES * 2 * NUMBERS * NUMBERS + " + source * " + 2 * NUMBERS * NUMBERS
                + " + CASE WHEN purpose = " + Purpose.SELF.number() + " THEN " + NUMBERS * NUMBERS
                + " ELSE 0 END + rat * " + NUMBERS + " + test_mode)";
    }

    private static String numbers(List<String> operators) {
        StringBuilder whens = new StringBuilder();
        for (int i = 0; i < operators.size(); i++) {
            whens.append(" WHEN '")
                    .append(operators.get(i).replace("'", "''"))
                    .append("' THEN ")
                    .append(i);
        }
        return whens.append(" ELSE ").append(operators.size()).append(" END").toString();
    }

    private static String names(List<String> operators) {
        StringBuilder whens = new StringBuilder();
        for (int i = 0; i < operators.size(); i++) {
            whens.append(" WHEN ")
                    .append(i)
                    .append(" THEN '")
                    .append(operators.get(i).replace("'", "''"))
                    .append("'");
        }
        return whens.append(" ELSE '' END").toString();
    }

    /** The columns a key without quality was made of, as {@code operator, self, source, slot, date, rat, test_mode}. */
    static String columnsSql(String who, List<String> operators) {
        String inSlot = "((" + who + " % " + KEYS + " + " + KEYS + ") % " + KEYS + ")";
        String slot = "CAST((" + who + " - " + inSlot + ") / CAST(" + KEYS + " AS DOUBLE) AS BIGINT)";
        String sources = digits(inSlot, 2L * NUMBERS * NUMBERS, SOURCES);
        return "CASE " + digits(inSlot, 2L * SOURCES * NUMBERS * NUMBERS, OPERATORS)
                + names(operators) + " AS operator, " + digits(inSlot, (long) NUMBERS * NUMBERS, 2) + " AS self, "
                + sources + " AS source, " + slot + " AS slot, CAST(FLOOR(" + slot + " / CAST(" + SECONDS_PER_DAY
                + " AS DOUBLE)) AS INT) AS date, " + digits(inSlot, NUMBERS, NUMBERS) + " AS rat, "
                + digits(inSlot, 1, NUMBERS) + " AS test_mode";
    }

    /** Digits of a number: how often {@code unit} is in it, modulo {@code size}. Both are powers of two, so dividing is exact. */
    private static String digits(String number, long unit, long size) {
        return "CAST((" + number + " % " + unit * size + " - " + number + " % " + unit + ") / CAST(" + unit
                + " AS DOUBLE) AS INT)";
    }

    /** Condition on a key with quality: a sample of the row ANY. */
    static String freeModeSql(String who) {
        String class0 = "((" + who + " % " + QUALITIES * NUMBERS + " + " + QUALITIES * NUMBERS + ") % "
                + QUALITIES * NUMBERS + ")";
        return class0 + " - " + class0 + " % " + QUALITIES + " = " + TestMode.FREE.number() * QUALITIES;
    }

    /** The key with quality; {@code m} has key, rat and levels, {@code g} the limits. */
    static String qualifiedSql() {
        return "m.who * " + QUALITIES + " + CASE m.rat WHEN " + Rat.G5.number() + " THEN " + qualitySql("5") + " WHEN "
                + Rat.G4.number() + " THEN " + qualitySql("4") + " ELSE 0 END";
    }

    private static String qualitySql(String g) {
        return "CASE WHEN m.rsrp_mdbm < g.rsrp" + g + " THEN " + LOW + " WHEN m.sinr_mdb < g.sinr" + g + " THEN "
                + NOISY + " ELSE " + GOOD + " END";
    }

    /** What is equal for all samples of a cluster. */
    public static long cluster(long key) {
        return Math.floorDiv(key, (long) CLASSES);
    }

    private static int sampleClass(long key) {
        return (int) Math.floorMod(key, (long) CLASSES);
    }

    public static boolean self(long key) {
        return Math.floorMod(cluster(key), 2) == 1;
    }

    /** Place of the operator in the list the key was made with. */
    public static int operator(long key) {
        return (int) Math.floorMod(Math.floorDiv(cluster(key), 2L * SOURCES), (long) OPERATORS);
    }

    /** Day of the slot, since 1970-01-01. */
    public static int date(long key) {
        long slot = Math.floorDiv(cluster(key), 2L * SOURCES * OPERATORS);
        return (int) Math.floorDiv(slot, (long) SECONDS_PER_DAY);
    }

    private static int quality(long key) {
        return sampleClass(key) % QUALITIES;
    }

    private static int mode(long key) {
        return sampleClass(key) / QUALITIES % NUMBERS;
    }

    private static int rat(long key) {
        return sampleClass(key) / (QUALITIES * NUMBERS);
    }

    /** Whether samples of this class belong to a row; see the rows per RAT of the standard's rules. */
    public static boolean in(RatRow row, long key) {
        int mode = mode(key);
        boolean scan = mode == TestMode.SCAN.number();
        return switch (row) {
            case ANY -> mode == TestMode.FREE.number();
            case G4 -> mode == TestMode.LOCK_4G.number() || (scan && rat(key) == Rat.G4.number());
            case G5 ->
                mode == TestMode.FREE.number()
                        || mode == TestMode.LOCK_5G.number()
                        || (scan && rat(key) == Rat.G5.number());
        };
    }

    /** On the row's own network; for ANY: on any. */
    public static boolean onRat(RatRow row, long key) {
        return row == RatRow.ANY ? !noService(key) : own(row, key);
    }

    public static boolean noService(long key) {
        return rat(key) == Rat.NONE.number();
    }

    public static boolean compliant(RatRow row, long key) {
        return quality(key) == GOOD && own(row, key);
    }

    public static boolean weak(RatRow row, long key) {
        return quality(key) == LOW && own(row, key);
    }

    public static boolean interfered(RatRow row, long key) {
        return quality(key) == NOISY && own(row, key);
    }

    private static boolean own(RatRow row, long key) {
        return row == RatRow.ANY || rat(key) == row.number();
    }
}
