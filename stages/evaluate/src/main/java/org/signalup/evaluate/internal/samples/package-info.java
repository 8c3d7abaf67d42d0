/** Where samples come from — files, or a lake — and how they become tallies: settle, match, count. */
package org.signalup.evaluate.internal.samples;
