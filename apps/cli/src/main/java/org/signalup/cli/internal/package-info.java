/** The verbs, one class each, and what they share: language, exit codes, where the programme lies. */
package org.signalup.cli.internal;
