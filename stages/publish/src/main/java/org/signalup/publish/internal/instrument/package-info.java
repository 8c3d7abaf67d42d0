/** The page that sets two instruments side by side. */
package org.signalup.publish.internal.instrument;
