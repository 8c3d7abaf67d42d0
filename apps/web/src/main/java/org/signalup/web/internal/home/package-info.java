/** Where people arrive. */
package org.signalup.web.internal.home;
