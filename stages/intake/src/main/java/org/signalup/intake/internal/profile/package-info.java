/** What a client's file looks like: mapping profiles, the canonical format among them, and how a file's format is told by its header. */
package org.signalup.intake.internal.profile;
