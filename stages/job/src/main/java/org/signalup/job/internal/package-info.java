/** How jobs are kept and carried out. */
package org.signalup.job.internal;
