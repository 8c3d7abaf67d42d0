/** Closed: how the invented samples come about. */
package org.signalup.simulate.internal;
