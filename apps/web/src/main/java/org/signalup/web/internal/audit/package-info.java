/** The record of changes. */
package org.signalup.web.internal.audit;
