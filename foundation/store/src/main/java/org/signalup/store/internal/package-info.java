/** Closed. */
package org.signalup.store.internal;
