package org.signalup.evaluate.internal.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.signalup.domain.TextOrder;

/** The keys of gathered rows, where the rows of each begin, and the order they are published in. */
final class RowKeys {
    private static final int FIRST_SIZE = 1024;

    private final List<String> keys = new ArrayList<>();
    private long[] starts = new long[FIRST_SIZE];
    private boolean ascending = true;

    /** Neighbouring bytes of the scratch file. */
    record Range(long from, long to) {}

    /** A row of this key begins here; whether that is another key than before. */
    boolean begin(String key, long start) {
        int size = keys.size();
        if (size > 0 && keys.get(size - 1).equals(key)) {
            return false;
        }
        ascending &= size == 0 || TextOrder.CODE_POINTS.compare(keys.get(size - 1), key) < 0;
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
        }
        starts[size] = start;
        keys.add(key);
        return true;
    }

    /** Where the rows lie by key, in code-point order; rows of one key in the order they came. */
    List<Range> sorted(long end) {
        if (ascending) {
            return List.of(new Range(0, end));
        }
        Integer[] order = new Integer[keys.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(keys::get, TextOrder.CODE_POINTS));
        List<Range> ranges = new ArrayList<>();
        int i = 0;
        while (i < order.length) {
            int first = order[i];
            int last = first;
            while (++i < order.length && order[i] == last + 1) {
                last++;
            }
            ranges.add(new Range(starts[first], last + 1 < order.length ? starts[last + 1] : end));
        }
        return ranges;
    }
}
