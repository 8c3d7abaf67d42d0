package org.signalup.evaluate.internal.whatif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultTables;

/** Operators by number; {@code ALL}, the obliged ones together, is one of them. */
final class Operators {
    private static final int MOST = 60;

    private final Map<String, Integer> numbers = new HashMap<>();

    private Operators(List<String> codes) {
        codes.forEach(code -> numbers.putIfAbsent(code, numbers.size()));
        if (numbers.size() > MOST) {
            throw new IllegalArgumentException("operators: " + numbers.size() + " (expected: at most " + MOST + ")");
        }
    }

    static Operators of(ResultTables tables) {
        return new Operators(tables.list(
                "SELECT DISTINCT operator FROM places UNION SELECT DISTINCT operator FROM lines UNION"
                        + " SELECT DISTINCT operator FROM points ORDER BY 1",
                row -> row.text(0)));
    }

    Map<String, Integer> numbers() {
        return numbers;
    }

    int size() {
        return numbers.size();
    }

    OptionalInt find(String code) {
        Integer number = numbers.get(code);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    int all() {
        return numbers.getOrDefault(ResultRows.ALL, -1);
    }

    /** The operators of a ledger cell as a set of bits. */
    long set(String joined) {
        long set = 0;
        for (String code : joined == null || joined.isEmpty() ? new String[0] : joined.split(";")) {
            Integer number = numbers.get(code);
            set |= number == null ? 0 : 1L << number;
        }
        return set;
    }
}
