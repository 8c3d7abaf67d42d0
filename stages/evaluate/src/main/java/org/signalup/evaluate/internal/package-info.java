/** How an evaluation is done; the order of the steps is {@link org.signalup.evaluate.internal.EvaluationRun}. */
package org.signalup.evaluate.internal;
