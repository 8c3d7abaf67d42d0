/** The invented town: what is in it ({@code TownPlan}, {@code TownLines}) and how it is measured. */
package org.signalup.bench.internal.town;
