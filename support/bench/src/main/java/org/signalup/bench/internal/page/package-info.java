/** People who look at pages of the platform, and how long they wait. */
package org.signalup.bench.internal.page;
