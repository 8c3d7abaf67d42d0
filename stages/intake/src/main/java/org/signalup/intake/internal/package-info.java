/** One run of intake: look at every file, then read them one after the other. */
package org.signalup.intake.internal;
