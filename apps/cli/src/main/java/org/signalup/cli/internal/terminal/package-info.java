/** What a person at a terminal sees: width-aware tables, colours where they belong, progress, the summary of a run. */
package org.signalup.cli.internal.terminal;
