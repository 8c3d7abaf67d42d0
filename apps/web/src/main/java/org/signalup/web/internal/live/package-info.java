/** Samples that arrive one message at a time: the doors for programs, and pages about what came in. */
package org.signalup.web.internal.live;
