package org.signalup.engine;

import java.io.Serializable;

/**
 * A function of whole numbers that SQL calls, for many rows at once: who looks something up in memory for each of them waits
 * for it less if the look-ups need not wait for each other. Several threads call it at once, and an engine that spreads over
 * machines sends copies: the same arguments must always have the same answer.
 *
 * <p>An answer of 0 says that there is nothing to tell: SQL sees NULL. What is looked up is often not there, and to hand a
 * value to an engine costs more than to hand it none.
 */
@FunctionalInterface
public interface LongsFunction extends Serializable {
    /**
     * Answers every row.
     *
     * @param arguments by argument its values, row by row; there may be more than {@code rows}
     * @param results where the answers go, row by row; 0 everywhere when it is called
     */
    void apply(long[][] arguments, int rows, long[] results);
}
