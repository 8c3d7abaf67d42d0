package org.signalup.evaluate.internal.map;

import java.util.Arrays;

/** The order in which a tile of a map reads little: by strips from west to east, in a strip from north to south, then by number. */
final class StripOrder {
    /** A strip is as wide as a tile of zoom 12. */
    private static final int STRIP_BITS = 16;

    private StripOrder() {}

    /**
     * Numbers of positions, sorted.
     *
     * @param x units of a map from west to east, none negative
     * @param y the same from north to south
     * @param count how many positions there are
     */
    static int[] of(int[] x, int[] y, int count) {
        int[] ends = new int[strips(x, count) + 1];
        for (int i = 0; i < count; i++) {
            ends[(x[i] >> STRIP_BITS) + 1]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] next = ends.clone();
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[next[x[i] >> STRIP_BITS]++] = (long) y[i] << Integer.SIZE | i;
        }
        for (int strip = 1; strip < ends.length; strip++) {
            Arrays.sort(keys, ends[strip - 1], ends[strip]);
        }
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private static int strips(int[] x, int count) {
        return Arrays.stream(x, 0, count)
                .map(at -> (at >> STRIP_BITS) + 1)
                .max()
                .orElse(0);
    }
}
