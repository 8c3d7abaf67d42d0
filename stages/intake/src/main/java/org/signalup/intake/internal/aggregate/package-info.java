/** Files of service aggregates, row by row. */
package org.signalup.intake.internal.aggregate;
