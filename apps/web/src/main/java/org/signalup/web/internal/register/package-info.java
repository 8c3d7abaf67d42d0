/** The ledger people keep: lists, entries with their history, imports, baselines; and the same for programs. */
package org.signalup.web.internal.register;
