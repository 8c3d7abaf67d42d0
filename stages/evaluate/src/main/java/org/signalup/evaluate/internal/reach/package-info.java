/** What of an evaluation lies within somebody's reach: the known tables as views over files of which nobody knows the names. */
package org.signalup.evaluate.internal.reach;
