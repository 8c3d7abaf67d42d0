/**
 * The part of an RMBT control server that clients of the Austrian open-source measurement need: they are told where to measure, and
 * bring what they measured. Starting point: {@link org.signalup.live.rmbt.RmbtTests}.
 */
package org.signalup.live.rmbt;
