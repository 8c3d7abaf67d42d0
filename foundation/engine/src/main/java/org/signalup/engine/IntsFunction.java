package org.signalup.engine;

/** A function of whole numbers that SQL calls for every row; several threads call it at once. */
@FunctionalInterface
public interface IntsFunction {
    /** @param arguments of this row, reused for the next */
    long apply(int[] arguments);
}
