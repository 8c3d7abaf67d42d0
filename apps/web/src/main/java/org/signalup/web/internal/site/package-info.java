/** What every page shares: the application, language, layout data, errors. */
package org.signalup.web.internal.site;
