package org.signalup.evaluate.internal.map;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.MapCode;
import org.signalup.evaluate.ResultRows;

/**
 * Small numbers that objects have by operator, of as many operators as a map has room for: all obliged together before the others, which
 * are kept in the order of their names.
 */
final class OperatorCodes {
    static final Comparator<String> ORDER = Comparator.comparing((String operator) -> !operator.equals(ResultRows.ALL))
            .thenComparing(TextOrder.CODE_POINTS);

    private final int cells;
    private final TreeMap<String, byte[]> byOperator = new TreeMap<>(ORDER);
    /** Rows of one operator often follow each other. */
    private String last = "";

    private byte[] ofLast = {};

    OperatorCodes(int cells) {
        this.cells = cells;
    }

    /** @param number 0 to 15; what was not put is 0 */
    void put(int cell, String operator, int number) {
        if (!operator.equals(last)) {
            ofLast = of(operator);
            last = operator;
        }
        if (ofLast.length > 0) {
            ofLast[cell] = (byte) number;
        }
    }

    /** Nothing for an operator that has no room. Who once had to go never comes back, for there are only ever more operators. */
    private byte[] of(String operator) {
        byte[] own = byOperator.computeIfAbsent(operator, unused -> new byte[cells]);
        if (byOperator.size() <= MapCode.MOST_OPERATORS) {
            return own;
        }
        return byOperator.pollLastEntry().getValue() == own ? new byte[] {} : own;
    }

    Set<String> operators() {
        return byOperator.keySet();
    }

    /** The numbers of these operators, each in the bits of its slot. */
    Slots inSlots(List<String> operators) {
        return new Slots(operators.stream()
                .map(operator -> byOperator.getOrDefault(operator, new byte[] {}))
                .toArray(byte[][]::new));
    }

    /** Numbers by slot; a slot without any is empty. */
    static final class Slots {
        private final byte[][] numbers;

        private Slots(byte[][] numbers) {
            this.numbers = numbers;
        }

        int count() {
            return numbers.length;
        }

        int number(int slot, int cell) {
            return numbers[slot].length == 0 ? 0 : numbers[slot][cell];
        }

        long packed(int cell) {
            long packed = 0;
            for (int slot = 0; slot < numbers.length; slot++) {
                packed |= (long) number(slot, cell) << (slot * MapCode.BITS);
            }
            return packed;
        }
    }
}
