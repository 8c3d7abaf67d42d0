/** Closed: how the ledger is kept in tables. */
package org.signalup.register.internal;
