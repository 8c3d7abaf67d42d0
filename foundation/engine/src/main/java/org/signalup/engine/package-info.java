/**
 * The seam between the evaluation and what computes it: portable SQL over named datasets. Starting points: {@link
 * org.signalup.engine.Engine}, {@link org.signalup.engine.Schema}.
 */
package org.signalup.engine;
