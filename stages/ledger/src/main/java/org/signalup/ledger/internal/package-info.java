/** Closed: how a ledger folder becomes a ledger. */
package org.signalup.ledger.internal;
