/** Judges a finished evaluation again under changed values: its matches in columns, the evaluation's own judges over them. */
package org.signalup.evaluate.internal.whatif;
