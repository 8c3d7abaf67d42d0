/**
 * Instruments you can compare: side-by-side runs → bias, limits of agreement, regression, drift, verdict. Starting
 * points: {@link org.signalup.instrument.Series}, {@link org.signalup.instrument.Comparison}.
 */
package org.signalup.instrument;
