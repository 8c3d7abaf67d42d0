/**
 * Invented measurements for a real ledger, so that pages can be shown with the places people know. Starting point: {@link
 * org.signalup.simulate.Simulation}.
 */
package org.signalup.simulate;
