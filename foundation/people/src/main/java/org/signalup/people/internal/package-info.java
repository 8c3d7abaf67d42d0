/** Secrets given out once. */
package org.signalup.people.internal;
