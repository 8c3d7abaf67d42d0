/** From documents to rows of named values: JSON, KML, drive-test logs, databases. What a name means is for a profile to say. */
package org.signalup.intake.internal.structure;
