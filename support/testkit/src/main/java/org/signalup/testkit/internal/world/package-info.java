/** How a random world is made: its rulebook, its ledger, its measurement campaign. */
package org.signalup.testkit.internal.world;
