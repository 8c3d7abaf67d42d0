/** {@code signalup instrument}. */
package org.signalup.cli.internal.instrument;
