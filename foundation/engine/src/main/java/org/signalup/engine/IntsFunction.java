package org.signalup.engine;

import java.io.Serializable;

/**
 * A function of whole numbers that SQL calls, for many rows at once: who looks something up in memory for each of them waits
 * for it less if the look-ups need not wait for each other. Several threads call it at once, and an engine that spreads over
 * machines sends copies: the same arguments must always have the same answer.
 */
@FunctionalInterface
public interface IntsFunction extends Serializable {
    /**
     * Answers every row.
     *
     * @param arguments by argument its values, row by row; there may be more than {@code rows}
     * @param results where the answers go, row by row
     */
    void apply(int[][] arguments, int rows, long[] results);
}
