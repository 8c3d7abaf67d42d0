/** What data there is, whose and on what ground. */
package org.signalup.web.internal.sources;
