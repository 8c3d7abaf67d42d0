/** Empty tables to fill in, with headings, drop-downs and one example row. */
package org.signalup.ledger.internal.template;
