/** The benchmark: one case to a process, CPU seconds by step, ratios to a plain scan. */
package org.signalup.bench.internal.run;
