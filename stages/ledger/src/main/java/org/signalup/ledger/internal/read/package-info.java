/** Tables and GeoJSON to places, key points, lines and divisions. */
package org.signalup.ledger.internal.read;
