/** The steps of the reference evaluator, in the order of the data flow: settle, match, tally, judge, roll up. */
package org.signalup.testkit.internal;
