/**
 * Fourth step: match → tally → judge → rate → roll up. Starting points: {@link org.signalup.evaluate.Evaluation} writes
 * an evaluation folder, {@link org.signalup.evaluate.Results} reads one.
 */
package org.signalup.evaluate;
