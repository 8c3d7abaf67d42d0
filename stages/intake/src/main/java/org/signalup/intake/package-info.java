/** Third step: what was observed. Reads sample files of any known client into one dataset of normalised samples, and says what it refused. */
package org.signalup.intake;
