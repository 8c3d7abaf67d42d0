/**
 * First step: policy as data. Reads {@code programme/} into {@link org.signalup.standards.Programme} and {@link
 * org.signalup.standards.Standard}, explains them in words and runs their worked examples.
 */
package org.signalup.standards;
