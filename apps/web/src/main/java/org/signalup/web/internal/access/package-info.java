/** Who may come in and what they may do: two doors, one check before every handler. */
package org.signalup.web.internal.access;
