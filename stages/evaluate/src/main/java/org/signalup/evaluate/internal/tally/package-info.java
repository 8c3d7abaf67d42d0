/** From read samples to sums: settling (missing markers, unknown ids, thinning) and the mergeable tallies. */
package org.signalup.evaluate.internal.tally;
