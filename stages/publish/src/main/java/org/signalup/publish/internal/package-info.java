/** The page as a whole: its frame, its order of sections, what it may load (nothing). */
package org.signalup.publish.internal;
