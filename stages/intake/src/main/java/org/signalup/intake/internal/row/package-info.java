/** From the cells of one record to one normalised row or one reject. No strings for numbers, no objects per cell. */
package org.signalup.intake.internal.row;
