/** What is remembered of messages in the database. */
package org.signalup.live.internal.book;
