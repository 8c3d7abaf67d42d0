/** Tests of RMBT clients as rows, and their results as messages. */
package org.signalup.live.internal.rmbt;
