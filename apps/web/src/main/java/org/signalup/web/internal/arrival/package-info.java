/** Bodies of requests as they come in: whoever sends slowly neither takes all threads nor keeps one for long. */
package org.signalup.web.internal.arrival;
