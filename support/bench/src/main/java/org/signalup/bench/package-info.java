/**
 * Worlds to try SignalUp on: the invented town of the examples and seeded worlds of any size, and the benchmark over
 * them. Starting points: {@link org.signalup.bench.TownGenerator}, {@link org.signalup.bench.Bench}.
 */
package org.signalup.bench;
