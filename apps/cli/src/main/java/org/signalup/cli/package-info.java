/**
 * The command line, the only {@code main}: verbs, wiring, choice of engine. Starting point: {@link
 * org.signalup.cli.Main}.
 */
package org.signalup.cli;
