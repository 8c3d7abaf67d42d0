/** Files to tables: encodings, separators, workbooks, and refusal of what is neither. */
package org.signalup.ledger.internal.table;
