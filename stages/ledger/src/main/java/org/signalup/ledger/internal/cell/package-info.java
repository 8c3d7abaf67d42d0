/** What one cell may say: numbers, dates, chainages, floors, yes and no. */
package org.signalup.ledger.internal.cell;
