/** What people change, in PostgreSQL: the server, its tables, who sees which rows, and the record of every change. */
package org.signalup.store;
