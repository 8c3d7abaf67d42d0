/** Rows of results that pages of places, lines and samples show alike. */
package org.signalup.web.internal.result;
