/**
 * Worked examples of a standard, turned into what the judges take and their answers back. Starting point: {@link
 * org.signalup.evaluate.SpecCases}.
 */
package org.signalup.evaluate.internal.spec;
