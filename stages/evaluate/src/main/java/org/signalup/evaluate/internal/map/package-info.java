/**
 * What a map asks for, in the order a map asks for it: tables beside the results, which repeat them. Verdicts are kept as they are
 * judged, positions come with the ledger as it is written.
 */
package org.signalup.evaluate.internal.map;
