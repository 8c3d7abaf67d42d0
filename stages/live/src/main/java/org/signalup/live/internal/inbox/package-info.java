/** Files of messages that arrived: written in groups, read back when the process was killed. */
package org.signalup.live.internal.inbox;
