/** The platform as a process of its own, and a fleet of probes that send to it. */
package org.signalup.bench.internal.live;
