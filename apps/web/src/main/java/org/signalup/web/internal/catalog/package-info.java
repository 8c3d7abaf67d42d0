/** The evaluations there are: found in a folder, opened when asked for. */
package org.signalup.web.internal.catalog;
