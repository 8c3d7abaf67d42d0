/** How agreement is computed. */
package org.signalup.instrument.internal;
