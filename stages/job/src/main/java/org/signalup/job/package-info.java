/** Work in the background: evaluations that people order, follow, cancel, and have made every month. */
package org.signalup.job;
