/** Second step: what was promised to be covered — places, key points, lines — read from files, checked, unified to WGS-84. */
package org.signalup.ledger;
