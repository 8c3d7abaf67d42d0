/** The ledger people keep: places, key points and lines in the database, with their history, imports and baselines. */
package org.signalup.register;
