/** Seeded worlds of any size: a ledger over a country and the trips that measure it. */
package org.signalup.bench.internal.world;
