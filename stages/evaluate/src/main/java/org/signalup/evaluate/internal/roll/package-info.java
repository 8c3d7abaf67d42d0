/** Streams the tallies through the judges, target by target, and rolls points up to places and bins up to lines. */
package org.signalup.evaluate.internal.roll;
