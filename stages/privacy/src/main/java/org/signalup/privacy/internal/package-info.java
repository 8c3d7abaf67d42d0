/** Closed: see the package above. */
package org.signalup.privacy.internal;
