/** Verbs about what the platform keeps in its data folder and its database. */
package org.signalup.cli.internal.platform;
