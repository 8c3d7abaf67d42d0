/** Guesses what the columns of an unknown table are, and writes them as a mapping profile. */
package org.signalup.intake.internal.draft;
