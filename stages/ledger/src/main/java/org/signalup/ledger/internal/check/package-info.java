/** What can only be seen by looking at several rows together. */
package org.signalup.ledger.internal.check;
