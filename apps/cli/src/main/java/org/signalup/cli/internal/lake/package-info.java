/** The verbs of the lake. */
package org.signalup.cli.internal.lake;
